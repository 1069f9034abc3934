import { GraphQLError, Source } from 'graphql';
import { readSkeleton } from './document-skeleton.ts';

/** Where an error of one document belongs in another one with the same words. */
export interface Relocation {
  /** Where each word of the other document begins in the one that the error is about. */
  readonly starts: readonly number[];
  /** The other document. */
  readonly text: string;
}

/** The error as if it were about the other document. */
export function relocatedError(error: GraphQLError, { starts, text }: Relocation): GraphQLError {
  if (!error.positions) return error;
  const words = readSkeleton(text, Infinity)?.tokens ?? [];
  const positions = error.positions.map((position) => {
    const index = starts.findLastIndex((start) => start <= position);
    return words[Math.max(0, index)]?.start ?? 0;
  });
  const { message, path, originalError, extensions } = error;
  return new GraphQLError(message, {
    source: new Source(text),
    positions,
    path: path ?? null,
    originalError: originalError ?? null,
    extensions,
  });
}
