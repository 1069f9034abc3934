import { globSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePage, type PageServer } from '../../examples/inbox/server.ts';

const page = join(import.meta.dirname, '..', '..', 'examples', 'inbox', 'page');
const json = { 'content-type': 'application/json' };

let gateway: Server;
let server: PageServer;
let received: { headers: IncomingHttpHeaders; url: string | undefined }[] = [];

beforeAll(async () => {
  gateway = createServer((request, response) => {
    received.push({ headers: request.headers, url: request.url });
    response.writeHead(400, json).end('{"data":null}');
  });
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  server = await servePage({ gateway: origin, port: 0, apiKey: 'a-key' });
});

afterAll(async () => {
  await server?.close();
  gateway?.close();
});

const post = (headers: Readonly<Record<string, string>>, path = '/graphql') => {
  received = [];
  return fetch(`${server.origin}${path}`, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
};

describe('the server of the inbox', () => {
  test('serves TypeScript as JavaScript, under a policy that lets nothing else in', async () => {
    const reply = await fetch(`${server.origin}/ask.ts`);
    expect(reply.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(reply.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    const text = await reply.text();
    expect(text).toContain('async function ask');
    expect(text).not.toContain('interface');
  });

  test.for(['/../server.ts', '/%2e%2e/server.ts', '/documents/inbox.graphql', '/tsconfig.json', '/none.ts'])(
    'serves no other file: %s',
    async (path) => {
      const reply = await fetch(`${server.origin}${path}`);
      expect(reply.status).toBe(404);
    },
  );

  test('passes a question on with the key that the browser does not have, and the answer back as it is', async () => {
    const reply = await post({ ...json, cookie: 'a=b' });
    expect([reply.status, await reply.text()]).toEqual([400, '{"data":null}']);
    expect(received).toMatchObject([{ url: '/graphql', headers: { authorization: 'Bearer a-key' } }]);
    expect(received[0]?.headers.cookie).toBeUndefined();
  });

  test.for([
    ['of another page', { ...json, 'sec-fetch-site': 'cross-site' }, '/graphql'],
    ['as a form would send it', { 'content-type': 'text/plain' }, '/graphql'],
    ['to another path', json, '/metrics'],
  ] as const)('passes nothing on %s', async ([, headers, path]) => {
    const reply = await post(headers, path);
    expect(reply.status).toBe(403);
    expect(received).toEqual([]);
  });
});

describe('the page', () => {
  test('puts nothing into itself as HTML but the cleaned HTML of a message', () => {
    const risky =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|setHTMLUnsafe|createContextualFragment/;
    const lines = globSync('*.ts', { cwd: page }).flatMap((file) =>
      readFileSync(join(page, file), 'utf8')
        .split('\n')
        .filter((line) => risky.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(lines).toEqual(['message-line.ts: body.innerHTML = message.html;']);
  });
});
