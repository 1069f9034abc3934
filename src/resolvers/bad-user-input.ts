import { GraphQLError, type ASTNode } from 'graphql';

/** An error for input that cannot be used; the message says what was expected and what came. */
export function badUserInput(message: string, node?: ASTNode): GraphQLError {
  return new GraphQLError(message, { nodes: node ?? null, extensions: { code: 'BAD_USER_INPUT' } });
}
