import { describe, expect, it } from 'vitest';
import { auditGateway } from './http-audit.ts';

describe('GraphQL over HTTP', () => {
  it('is spoken in every point that the reference audits look at', async () => {
    const outcomes = await auditGateway();
    expect(outcomes.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(outcomes).toHaveLength(61);
  });
});
