import { auditServer } from 'graphql-http';
import { afterAll, describe, expect, test } from 'vitest';
import { openHttpGateway } from './http-gateway.ts';

const gateway = openHttpGateway();
afterAll(() => gateway.close());

describe('the audit of the GraphQL over HTTP specification', () => {
  test('finds nothing that must or should be otherwise', async () => {
    const results = await auditServer({
      url: 'http://gateway/graphql',
      fetchFn: gateway.fetch,
    });
    const findings = results.flatMap((result) =>
      result.status === 'ok' ? [] : [`${result.status} ${result.name}: ${result.reason}`],
    );
    expect(findings).toEqual([]);
    expect(results.length).toBeGreaterThan(50);
  });
});
