import { afterAll, expect, it } from 'vitest';
import { openHttpGateway } from '../server/http-gateway.ts';

const gateway = openHttpGateway();
afterAll(() => gateway.close());

const deep = `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`;

it.each([
  [
    'a DateTime',
    'query ($it: DateTime) { conversations(filter: { createdAfter: $it }) { nodes { id } } }',
    deep,
    /but got: an object$/,
  ],
  [
    'the type of an entity',
    'query ($it: _Any!) { _entities(representations: [$it]) { __typename } }',
    `{ "__typename": [${deep}] }`,
    /but got: a list$/,
  ],
])(
  'what is nested too deep to be written is no fault of the gateway, as %s',
  async (_as, query, it, words) => {
    const { body } = await gateway.fetchGraphql('', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{ "query": ${JSON.stringify(query)}, "variables": { "it": ${it} } }`,
    });
    expect(body.errors).toMatchObject([
      { message: expect.stringMatching(words) as string, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  },
);
