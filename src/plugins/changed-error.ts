import { GraphQLError, type Source } from 'graphql';

/** What to replace in an error. */
export interface ErrorChange {
  readonly message?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Where it stands in another document. */
  readonly place?: { readonly source: Source; readonly positions: readonly number[] };
  /** @default that of the error */
  readonly cause?: Error | null;
}

/** The same error, but for what is given. */
export function changedError(error: GraphQLError, change: ErrorChange): GraphQLError {
  const { nodes, source = null, positions = null, path = null, originalError = null } = error;
  const { message = error.message, extensions = error.extensions, place, cause = originalError } = change;
  // Nodes know their place in the document. graphql-js takes an error's `source` for the text of the document.
  const placed = place ?? (nodes ? { nodes } : { source, positions });
  return new GraphQLError(message, { ...placed, path, originalError: cause, extensions });
}
