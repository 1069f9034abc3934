import type { TypedDocumentString } from './generated/graphql.ts';

/** What went wrong with a part of an answer, or with all of it. */
export interface Problem {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly retryable?: boolean };
}

/** Data, and what could not be told of it: such a field is null. */
export interface Answer<Result> {
  readonly data: Result;
  readonly problems: readonly Problem[];
}

/** No data at all. The message is fit to be shown. */
export class AskError extends Error {
  readonly code: string;

  constructor(problem: Problem) {
    super(problem.message);
    this.code = problem.extensions?.code ?? 'INTERNAL_SERVER_ERROR';
  }
}

/** Sends a document. Its variables and its answer have the types that were generated for it. Fails with `AskError`. */
export async function ask<Result, Variables>(
  query: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Answer<Result>> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: query.toString(), variables }),
  }).catch(() => null);
  const answer = (await response?.json().catch(() => null)) as {
    readonly data?: Result | null;
    readonly errors?: readonly Problem[];
  } | null;
  const problems = answer?.errors ?? [];
  if (!answer?.data) throw new AskError(problems[0] ?? { message: 'The server cannot be reached.' });
  return { data: answer.data, problems };
}

/** What to show of a failure. */
export function wordsFor(failure: unknown): string {
  if (!(failure instanceof AskError)) return 'Something went wrong in this page.';
  if (failure.code === 'OUTCOME_UNKNOWN')
    return 'It was sent, but the help desk did not confirm it. Look before you send it again.';
  return `That did not work: ${failure.message}`;
}
