import { element } from './element.ts';
import type { ContributionFragment } from './generated/graphql.ts';
import { longMoment } from './words.ts';

/** Tells which help desks are missing in the list, and offers to try again; null when none is. */
export function sourceNotice(
  contributions: readonly ContributionFragment[],
  retry: () => void,
): HTMLElement | null {
  const missing = contributions.filter(({ state }) => state !== 'OK');
  if (missing.length === 0) return null;
  const canRetry = missing.some(({ state }) => state !== 'SKIPPED');
  return element(
    'div',
    { class: 'notice' },
    element('ul', {}, ...missing.map((one) => element('li', {}, sentenceFor(one)))),
    canRetry && element('button', { type: 'button', class: 'quiet', click: retry }, 'Try again'),
  );
}

function sentenceFor({ source: { name }, state, fetchedAt }: ContributionFragment): string {
  switch (state) {
    case 'FAILED':
      return `${name} cannot be reached. Its conversations are missing here.`;
    case 'LATE':
      return `${name} is slow to answer. Its conversations are missing here.`;
    case 'PARTIAL':
      return `Some conversations of ${name} are missing here.`;
    case 'STALE':
      return `${name} cannot be reached. You see it as of ${fetchedAt ? longMoment(fetchedAt) : 'earlier'}.`;
    default:
      return `${name} cannot answer this search.`;
  }
}
