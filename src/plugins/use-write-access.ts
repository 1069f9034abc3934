import { getOperationAST, GraphQLError, OperationTypeNode } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Options of `useWriteAccess`. */
export interface WriteAccessOptions<Context> {
  /** Whether the caller may change anything. */
  readonly mayWrite: (context: Context) => boolean;
}

/** Refuses the mutations of callers that may only read, as a whole and before any of them is looked at. */
export function useWriteAccess<Context extends object>({
  mayWrite,
}: WriteAccessOptions<Context>): Plugin<Context> {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const operation = getOperationAST(args.document, args.operationName);
      if (operation?.operation !== OperationTypeNode.MUTATION || mayWrite(args.contextValue)) return;
      setResultAndStopExecution({ errors: [readOnly()] });
    },
  };
}

function readOnly(): GraphQLError {
  return new GraphQLError('this client may read only, and this is a mutation', {
    extensions: { code: 'FORBIDDEN', http: { status: 403 } },
  });
}
