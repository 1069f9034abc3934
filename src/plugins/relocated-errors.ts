import { Source, type GraphQLError } from 'graphql';
import { changedError } from './changed-error.ts';
import { readSkeleton } from './document-skeleton.ts';

/** How to translate places in one document into places in another one with the same words. */
export interface Relocation {
  /** Where each word of the other document begins in the one that the error is about. */
  readonly starts: readonly number[];
  /** The other document. */
  readonly text: string;
}

/** The errors of an answer, with their places translated to the other document, which is read once for all of them. */
export function relocatedErrors(
  errors: readonly GraphQLError[],
  { starts, text }: Relocation,
): readonly GraphQLError[] {
  const words = readSkeleton(text, Infinity)?.tokens ?? [];
  const source = new Source(text);
  const placeOf = (position: number): number => {
    const index = starts.findLastIndex((start) => start <= position);
    return words[Math.max(0, index)]?.start ?? 0;
  };
  return errors.map((error) => {
    if (!error.positions) return error;
    return changedError(error, { place: { source, positions: error.positions.map(placeOf) } });
  });
}
