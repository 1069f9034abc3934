import { GraphQLError, type ASTNode } from 'graphql';

/** The refusal of a query that would take more than allowed: status 400 whatever the media type. */
export function tooComplex(message: string, node?: ASTNode): GraphQLError {
  const options = node ? { nodes: [node] } : {};
  return new GraphQLError(message, {
    ...options,
    extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } },
  });
}
