import type { Answer } from '../../contract/call-context.ts';
import type { DirectoryAnswer } from '../../contract/directory-reader.ts';
import { isNotFound } from '../../contract/vendor-error.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { toDirectoryAnswer, type ReadRows, type UnreadReason } from '../../vendor-kit/unread-rows.ts';

/** The rows of a list that can be read, and why the list lacks others. */
export async function directoryOf<Row>(
  list: Promise<Answer<ReadRows<Row>>>,
  label: CallLabel,
): Promise<DirectoryAnswer<Row>> {
  return toDirectoryAnswer(await list, withoutId(label));
}

/** Why a row of a list by name cannot be read. */
export function withoutId(label: CallLabel): UnreadReason {
  return { ...label, needed: 'an id' };
}

/** The value of a read of one thing; null when the thing is gone. */
export async function orNull<T>(answer: Promise<Answer<T>>): Promise<T | null> {
  return (await answerOrNull(answer))?.value ?? null;
}

/** A read of one thing; null when the thing is gone. */
export async function answerOrNull<T>(answer: Promise<Answer<T>>): Promise<Answer<T> | null> {
  try {
    return await answer;
  } catch (error) {
    if (isNotFound(error)) return null;
    throw error;
  }
}

/** Does the work when it is first wanted, and never again. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => (running ??= work());
}
