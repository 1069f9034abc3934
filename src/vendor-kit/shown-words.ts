import { segmentText } from '../transport/path-segment.ts';
import type { Parameters, UpstreamRequest } from '../transport/upstream-request.ts';

/** Words beyond these characters are not looked at; adapters show fewer. */
export const longestWordsRead = 4000;

/**
 * Long words, and names of fields made of words (`contract_number_of_customer`): letters in one case, or with a capital
 * first. Keys have digits, or capitals anywhere.
 */
const madeOfWords = /^(?:[A-Z]?[a-z]{1,29}|[A-Z]{1,30})(?:[_-]+(?:[A-Z]?[a-z]{1,29}|[A-Z]{1,30}))*$/;

/**
 * A vendor's words as they may be shown: without addresses of mail, links and long codes, which may be somebody's data
 * or a key, but for those that the caller has sent.
 */
export function shownWords(words: string, sent: readonly string[]): string {
  const beginning = words.slice(0, longestWordsRead);
  const texts = sent.map((text) => text.toLowerCase());
  const unlessSent = (shown: string) => (found: string) => {
    const end = /(?<![.,:;!?])[.,:;!?]*$/.exec(found)?.[0] ?? '';
    const text = found.slice(0, found.length - end.length).toLowerCase();
    return texts.some((one) => one.includes(text)) ? found : `${shown}${end}`;
  };
  const withoutCodes = unlessSent('[…]');
  return beginning
    .replaceAll(/https?:\/\/[^\s"'<>()]+|[^\s@,;:'"<>()]{1,64}@[^\s@,;:'"<>()]+/gi, unlessSent('[address]'))
    .replaceAll(/[0-9a-z_-]{20,}/gi, (found) => (madeOfWords.test(found) ? found : withoutCodes(found)));
}

/** What a caller has sent with a change: ids in its path and the values of its parameters, but for secret ones. */
export function sentTexts(
  { path, query = {}, form = {} }: Pick<UpstreamRequest, 'form' | 'path' | 'query'>,
  secretParameters: readonly string[],
): readonly string[] {
  const valuesOf = (parameters: Parameters) =>
    Object.entries(parameters).flatMap(([name, value]) =>
      secretParameters.includes(name) ? [] : [value ?? []].flat(),
    );
  return [...path.map(segmentText), ...valuesOf(query), ...valuesOf(form)];
}
