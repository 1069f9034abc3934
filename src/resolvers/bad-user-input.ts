import { GraphQLError } from 'graphql';

/** An error for input that cannot be used; the message says what was expected and what came. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
