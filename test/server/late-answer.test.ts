import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnswerStore } from '../../src/contract/answer-store.ts';
import { createAnswerPath } from '../../src/server/answer-path.ts';
import type { GraphqlServer } from '../../src/server/create-graphql-server.ts';
import type { RequestRecord } from '../../src/plugins/use-request-record.ts';

const page = 'https://desk.example.com';
const told: RequestRecord[] = [];
const neverReady: AnswerStore = {
  ...({} as AnswerStore),
  find: () => undefined,
  join: () => undefined,
  make: async () => Promise.reject(new DOMException('too late', 'TimeoutError')),
};
const server = createServer(
  createAnswerPath({
    graphql: {} as GraphqlServer,
    answers: neverReady,
    callerOf: () => ({ name: null, access: 'read', sources: new Map(), scope: '', validUntil: null }),
    requestTimeoutMs: 1000,
    cors: [page],
    onShortcut: (record) => told.push(record),
  }),
);

beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const ask = (headers: Readonly<Record<string, string>>) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'late-1', ...headers },
    body: '{"query":"{__typename}"}',
  });

it('an answer that is not ready in time is told in the form that the caller takes', async () => {
  const response = await ask({ accept: 'application/graphql-response+json' });
  expect(response.status).toBe(504);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'application/graphql-response+json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'x-request-id': 'late-1',
  });
  expect(await response.json()).toEqual({
    errors: [
      {
        message: 'the answer was not ready in time',
        extensions: { code: 'TIMEOUT', requestId: 'late-1', retryable: true },
      },
    ],
  });
  expect(told).toEqual([{ operation: null, status: 504, codes: ['TIMEOUT'] }]);
});

it('web pages that may call can read that an answer is late, and no others', async () => {
  const allowed = await ask({ origin: page });
  expect(allowed.headers.get('access-control-allow-origin')).toBe(page);
  expect(allowed.headers.get('access-control-expose-headers')).toContain('X-Request-Id');
  expect(allowed.headers.get('vary')).toBe('Origin');
  const foreign = await ask({ origin: 'https://elsewhere.example.com' });
  expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
});
