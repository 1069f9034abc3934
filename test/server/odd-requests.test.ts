import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentSources } from '../plugins/limits-gateway.ts';
import { listenOver, type ListeningGateway } from '../support/listening-gateway.ts';

const gateways: ListeningGateway[] = [];
beforeAll(async () => {
  for (const isPlain of [false, true]) {
    gateways.push(
      await listenOver({ sources: silentSources, server: { port: 0, allowAnonymous: true } }, { isPlain }),
    );
  }
});
afterAll(() => Promise.all(gateways.map(({ close }) => close())));

/** Sends a request letter by letter, and gives the whole answer. */
async function send({ origin }: ListeningGateway, head: string, body = ''): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  socket.write(`${head}\r\nConnection: close\r\n\r\n${body}`);
  await once(socket, 'close');
  return text;
}

const body = '{"query":"{ sources { name } }"}';
const bodyHeaders = `Content-Type: application/json\r\nContent-Length: ${body.length}`;
const inAddress = `/graphql?query=${encodeURIComponent('{ sources { name } }')}`;

const ask = (gateway: ListeningGateway, host: string) =>
  send(gateway, `POST /graphql HTTP/1.1\r\nHost: ${host}\r\n${bodyHeaders}`, body);

describe('a request', () => {
  it.each(['a b:xx', '[::x', 'a/b', 'user@host', 'host:99999'])(
    'to a host that is none is the caller’s fault: %s',
    async (host) => {
      for (const gateway of gateways) {
        for (const answer of [
          await send(gateway, `POST /graphql HTTP/1.1\r\nHost: ${host}\r\n${bodyHeaders}`, body),
          await send(gateway, `GET ${inAddress} HTTP/1.1\r\nHost: ${host}`),
        ]) {
          expect(answer).toMatch(/^HTTP\/1\.1 400 /);
          expect(answer).toMatch(/"code":"BAD_USER_INPUT","requestId":"[\w-]+"/);
        }
      }
    },
  );

  it.each([
    'HTTP/1.0',
    'HTTP/1.1\r\nHost:',
    'HTTP/1.1\r\nHost: [::1]:4000',
    'HTTP/1.1\r\nHost: gw_1.example',
  ])('is answered whatever host it names, or none: %j', async (rest) => {
    for (const gateway of gateways) {
      const answers = [
        await send(gateway, `POST /graphql ${rest}\r\n${bodyHeaders}`, body),
        await send(gateway, `GET ${inAddress} ${rest}`),
      ];
      for (const answer of answers) expect(answer).toContain('{"data":{"sources":[');
    }
  });

  it('to a gateway that is open to its machine alone is not answered under a domain, so that no foreign page can read it', async () => {
    const local = await listenOver({ sources: silentSources });
    const withClients = await listenOver({
      sources: silentSources,
      clients: [{ name: 'staff', keyHash: '0'.repeat(64) }],
    });
    for (const host of [
      'localhost',
      'LocalHost:4000',
      'app.localhost:4000',
      '127.0.0.1',
      '127.1.2.3:80',
      '[::1]:4000',
      '10.0.0.1',
      'gateway:4000',
      'gw_1.test',
      '',
    ]) {
      expect(await ask(local, host)).toContain('{"data":{"sources":[');
    }
    for (const host of ['evil.com', 'localhost.evil.org:4000', '127.0.0.1.evil.net', 'evil.com.']) {
      const answer = await ask(local, host);
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
      expect(answer).toContain('"code":"FORBIDDEN"');
      expect(await ask(withClients, host)).toContain('"code":"UNAUTHENTICATED"');
    }
    await Promise.all([local.close(), withClients.close()]);
  });

  it.each(['multipart/mixed', 'text/event-stream'])(
    'of HTTP/1.0 gets its parts as they are, and the end of the connection for their end: %s',
    async (accept) => {
      const inParts = '{"query":"{ sources @stream { name } }"}';
      const headers = `Accept: ${accept}\r\nContent-Type: application/json\r\nContent-Length: ${inParts.length}`;
      for (const gateway of gateways) {
        const answer = await send(gateway, `POST /graphql HTTP/1.0\r\n${headers}`, inParts);
        const [head = '', ...lines] = answer.split('\r\n\r\n');
        expect(head).toContain(accept);
        expect(head).not.toMatch(/transfer-encoding|keep-alive/i);
        const json = lines
          .join('\n')
          .split(/\r?\n/)
          .filter((line) => line.includes('{'));
        expect(json.map((line) => JSON.parse(line.replace('data: ', '')))).toMatchObject([
          { data: { sources: [] }, hasNext: true },
          { hasNext: false },
        ]);
        expect(answer).not.toMatch(/^[\da-f]+$/m);
      }
    },
  );

  it('that is too large for its connection to be kept says so', async () => {
    const chunk = 'x'.repeat(0x1000);
    const chunks = Array.from({ length: 100 }, () => `1000\r\n${chunk}\r\n`).join('');
    for (const { origin } of gateways) {
      const socket = connect(Number(new URL(origin).port), '127.0.0.1');
      socket.on('error', () => {});
      const answer = once(socket.setEncoding('utf8'), 'data');
      const head = 'POST /graphql HTTP/1.1\r\nHost: gw.example\r\nContent-Type: application/json';
      socket.write(`${head}\r\nTransfer-Encoding: chunked\r\n\r\n${chunks}0\r\n\r\n`);
      expect(String(await answer)).toMatch(/^HTTP\/1\.1 413 [^]*\r\nconnection: close\r\n/i);
      socket.destroy();
    }
  });

  it.each(['then', 'toString', '__proto__', 'constructor', 'toJSON'])(
    'with a word in its body that says nothing is the caller’s fault, be it %s',
    async (word) => {
      for (const gateway of gateways) {
        const odd = `{"query":"{ sources { name } }","${word}":1}`;
        const headers = `Content-Type: application/json\r\nContent-Length: ${odd.length}`;
        const answer = await send(gateway, `POST /graphql HTTP/1.1\r\nHost: gw.example\r\n${headers}`, odd);
        expect(answer).toMatch(/^HTTP\/1\.1 400 /);
        expect(answer).toContain('"code":"BAD_USER_INPUT"');
      }
    },
  );

  it('may name the gateway before the path, as to a proxy', async () => {
    for (const gateway of gateways) {
      const host = 'Host: gw.example';
      const post = `POST http://gw.example/graphql HTTP/1.1\r\n${host}\r\n${bodyHeaders}`;
      expect(await send(gateway, post, body)).toContain('{"data":{"sources":[');
      expect(await send(gateway, `GET https://gw.example:8${inAddress} HTTP/1.1\r\n${host}`)).toContain(
        '{"data":',
      );
      expect(await send(gateway, `GET http://gw.example/health HTTP/1.1\r\n${host}`)).toContain('"alive"');
      expect(await send(gateway, `GET http://gw.example HTTP/1.1\r\n${host}`)).toMatch(/^HTTP\/1\.1 200 /);
    }
  });
});
