import { GraphQLError } from 'graphql';
import { createSchema, createYoga } from 'graphql-yoga';
import { expect, it } from 'vitest';
import { usePublicErrors } from '../../src/plugins/use-public-errors.ts';

async function* failing(): AsyncGenerator<{ count: number }> {
  yield { count: 1 };
  throw new Error('something within');
}

function toPublic(): GraphQLError {
  return new GraphQLError('a fault', { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
}

it('gives a code also to what ends a subscription', async () => {
  const yoga = createYoga({
    schema: createSchema({
      typeDefs: 'type Query { count: Int } type Subscription { count: Int }',
      resolvers: { Subscription: { count: { subscribe: failing } } },
    }),
    maskedErrors: false,
    logging: false,
    plugins: [usePublicErrors({ toPublic })],
  });
  const response = await yoga.fetch('http://gateway/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { count }' }),
  });
  const events = await response.text();
  expect(events).toContain('{"data":{"count":1}}');
  expect(events).toContain(
    '{"errors":[{"message":"a fault","extensions":{"code":"INTERNAL_SERVER_ERROR"}}]}',
  );
  expect(events).not.toContain('something within');
});
