import { createSchema, createYoga } from 'graphql-yoga';
import { expect, it } from 'vitest';
import { DocumentCache } from '../../src/plugins/document-cache.ts';

it('keeps documents that are valid, and nothing of others', async () => {
  const documents = new DocumentCache();
  const yoga = createYoga({
    schema: createSchema({ typeDefs: 'type Query { name: String }' }),
    parserAndValidationCache: documents.options,
    plugins: [documents.usePlugin()],
    logging: false,
  });
  const texts = ['{ name }', '{ nobodyKnows }', '{ broken'];
  for (const query of [...texts, ...texts]) {
    await yoga.fetch('http://gateway/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
  }
  const { documentCache } = documents.options as { documentCache: { get(text: string): unknown } };
  expect(texts.map((text) => documentCache.get(text) !== undefined)).toEqual([true, false, false]);
});
