import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Secret } from '../../src/contract/secret.ts';
import { VendorError } from '../../src/contract/vendor-error.ts';
import type { UpstreamReply } from '../../src/transport/upstream-reply.ts';
import { contextFor, failureOf, openFor, readOf, startVendor, textOf } from './vendor-stub.ts';

const label = { source: 'shop', operation: 'things.get' };
const unusedPort = 'http://127.0.0.1:9';

function throwing(): never {
  throw new TypeError('canary of anna@shop.example');
}

/** What a read from an address fails with. */
async function messageOf(origin: string): Promise<string> {
  return (await failureOf(openFor(origin, { retries: 0 }).read(readOf('a'), contextFor()))).message;
}

describe('a read', () => {
  it('sends the credentials and gives the parsed value with its time', async () => {
    const { url, requests } = await startVendor((_request, response) => response.end('hello'));
    const context = contextFor();
    const answer = await openFor(`${url}/desk`).read(readOf('a/b'), context);
    expect(answer.value).toBe('hello');
    expect(Date.now() - answer.fetchedAt).toBeLessThan(2000);
    expect(requests[0]?.url).toBe('/desk/things/a%2Fb?key=canary-key');
    expect(requests[0]?.headers['accept-encoding']).toBe('identity');
    expect(context.events).toEqual([
      { type: 'miss', source: 'shop', operation: 'things.get' },
      expect.objectContaining({ type: 'call', path: '/desk/things/a%2Fb', status: 200, bytes: 5 }),
    ]);
    expect(JSON.stringify(context.events)).not.toContain('canary');
  });

  it('is one call for 200 who ask at once, and none for who asks right after', async () => {
    const { url, requests } = await startVendor(
      (_request, response) => void setTimeout(() => response.end('x'), 30),
    );
    const transport = openFor(url);
    const contexts = Array.from({ length: 200 }, () => contextFor());
    const answers = await Promise.all(contexts.map((context) => transport.read(readOf('a'), context)));
    expect(new Set(answers.map(({ value }) => value))).toEqual(new Set(['x']));
    expect(requests).toHaveLength(1);
    const later = contextFor();
    await transport.read(readOf('a'), later);
    expect(later.events.map(({ type }) => type)).toEqual(['hit']);
    expect(requests).toHaveLength(1);
  });

  it('of a directory is one call for a request, however short it stays fresh', async () => {
    const { url, requests } = await startVendor((_request, response, count) => response.end(String(count)));
    const transport = openFor(url, { cacheSeconds: { directory: 0 } });
    const directory = readOf('all', { freshness: 'directory', priority: 'directory' });
    const request = contextFor(undefined, { request: {}, bypassCache: true });
    const ofItsList = { ...request, signal: new AbortController().signal };
    expect((await transport.read(directory, request)).value).toBe('1');
    expect((await transport.read(directory, request)).value).toBe('1');
    expect((await transport.read(directory, ofItsList)).value).toBe('1');
    expect((await transport.read(directory, contextFor())).value).toBe('2');
    expect(requests).toHaveLength(2);
  });

  it('of a directory that failed is made again when it is asked for again', async () => {
    const { url } = await startVendor((_request, response, count) =>
      count === 1 ? response.writeHead(500).end('down') : response.end('up'),
    );
    const transport = openFor(url, { retries: 0 });
    const directory = readOf('all', { priority: 'directory' });
    const request = contextFor();
    await expect(transport.read(directory, request)).rejects.toThrow(VendorError);
    expect((await transport.read(directory, request)).value).toBe('up');
  });

  it('that differs in identity, operation or revision is another call', async () => {
    const { url, requests } = await startVendor((_request, response) => response.end('x'));
    const transport = openFor(url);
    for (const call of [
      readOf('a'),
      readOf('a', { identity: ['a:b', 'c'] }),
      readOf('a', { identity: ['a', 'b:c'] }),
      readOf('a', { operation: 'things.list' }),
      readOf('a', { revision: '1' }),
      readOf('a', { revision: '2' }),
    ]) {
      await transport.read(call, contextFor());
    }
    expect(requests).toHaveLength(6);
  });

  it('past the cache calls the vendor and refreshes what others get', async () => {
    const { url } = await startVendor((_request, response, count) => response.end(String(count)));
    const transport = openFor(url);
    await transport.read(readOf('a'), contextFor());
    expect((await transport.read(readOf('a'), contextFor(undefined, { bypassCache: true }))).value).toBe('2');
    expect((await transport.read(readOf('a'), contextFor())).value).toBe('2');
  });

  it('goes on for the others when one leaves, and is broken off when all have left', async () => {
    let closed = 0;
    const { url, requests } = await startVendor((request, response) => {
      if (request.url?.includes('slow')) setTimeout(() => response.end('x'), 100);
      else response.on('close', () => (closed += 1));
    });
    // Longer than the test waits for the end of the call, which is therefore not that of its time.
    const timeoutMs = 120_000;
    const transport = openFor(url, { timeoutMs });
    const leaving = new AbortController();
    const left = failureOf(transport.read(readOf('slow'), contextFor(undefined, { signal: leaving.signal })));
    const staying = transport.read(readOf('slow'), contextFor());
    leaving.abort(new DOMException('gone', 'AbortError'));
    expect((await left).name).toBe('AbortError');
    expect((await staying).value).toBe('x');
    expect(requests).toHaveLength(1);

    const alone = new AbortController();
    const patient = contextFor(undefined, { signal: alone.signal, deadline: Date.now() + timeoutMs });
    const hung = failureOf(transport.read(readOf('hung'), patient));
    await expect.poll(() => requests.length).toBe(2);
    alone.abort();
    await hung;
    await expect.poll(() => closed).toBe(1);
    expect(transport.status()).toBe('UP');
  });

  it.each([
    ['never answers', () => {}],
    [
      'drips its answer',
      (_request: unknown, response: { write(chunk: string): unknown }) => {
        const drip = setInterval(() => response.write('x'), 20);
        setTimeout(() => clearInterval(drip), 1000);
      },
    ],
  ] as const)('ends at its deadline when the vendor %s', async (_what, answer) => {
    const { url } = await startVendor(answer);
    const began = performance.now();
    // Nothing else would end it within the time of a test.
    const patient = openFor(url, { timeoutMs: 600_000 });
    const error = await failureOf(patient.read(readOf('a'), contextFor(300)));
    expect(error.kind).toBe('timeout');
    expect(performance.now() - began).toBeGreaterThan(250);
  });

  it('is tried again after a failure that may pass, and says so', async () => {
    const { url, requests } = await startVendor((request, response, count) => {
      if (count === 1) request.socket.destroy();
      else response.writeHead(count === 2 ? 503 : 200).end('x');
    });
    const context = contextFor();
    expect((await openFor(url).read(readOf('a'), context)).value).toBe('x');
    expect(requests).toHaveLength(3);
    expect(context.events.filter(({ type }) => type === 'retry')).toHaveLength(2);
  });

  it.each([
    [401, 'unauthenticated', 1],
    [403, 'unauthenticated', 1],
    [404, 'not-found', 1],
    [302, 'bad-response', 2],
    [500, 'unavailable', 3],
  ])('answered with status %i fails as %s after %i calls', async (status, kind, calls) => {
    const { url, requests } = await startVendor((_request, response) =>
      response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end('canary-body'),
    );
    const error = await failureOf(openFor(url).read(readOf('a'), contextFor()));
    expect(error).toMatchObject({ kind, status, source: 'shop', operation: 'things.get' });
    expect(JSON.stringify(error) + String(error.stack)).not.toContain('canary');
    expect(requests).toHaveLength(calls);
  });

  it('of a vendor that cannot be reached says why', async () => {
    const { url } = await startVendor((_request, response) => response.end('hello'));
    expect(await messageOf(unusedPort)).toBe(
      'no connection to the vendor: the connection was refused (ECONNREFUSED)',
    );
    expect(await messageOf(url.replace('http:', 'https:'))).toMatch(
      /^no connection to the vendor: it does not speak TLS there \(ERR_SSL_[A-Z_]+\)$/,
    );
  });

  it('of a vendor that cannot be reached fails as unavailable, keeping nothing of the URL', async () => {
    const error = await failureOf(openFor(unusedPort, { retries: 0 }).read(readOf('a'), contextFor()));
    expect(error).toBeInstanceOf(VendorError);
    expect(error.kind).toBe('unavailable');
    expect(error.cause).toBeUndefined();
    expect(String(error.stack) + JSON.stringify(error)).not.toMatch(/canary|127\.0\.0\.1/);
  });

  it('of an answer that is cut off, too large, or no HTTP never gives a part of it', async () => {
    const { url } = await startVendor((request, response) => {
      if (request.url?.includes('large')) response.end(Buffer.alloc(1_200_000));
      else if (request.url?.includes('chunked')) response.write(Buffer.alloc(1_200_000));
      else response.writeHead(200, { 'content-length': '100' }).write('part', () => request.socket.destroy());
    });
    const transport = openFor(url, { retries: 0 });
    expect((await failureOf(transport.read(readOf('large'), contextFor()))).kind).toBe('bad-response');
    expect((await failureOf(transport.read(readOf('chunked'), contextFor()))).kind).toBe('bad-response');
    expect((await failureOf(transport.read(readOf('cut'), contextFor()))).kind).toBe('bad-response');

    const garbage = createTcpServer((socket) => {
      socket.once('data', () => socket.end('220 smtp.example ESMTP\r\n'));
    });
    await new Promise<void>((resolve) => void garbage.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void garbage.close());
    const other = openFor(`http://127.0.0.1:${(garbage.address() as AddressInfo).port}`, { retries: 0 });
    expect((await failureOf(other.read(readOf('a'), contextFor()))).kind).toBe('bad-response');
  });

  it('whose parser throws something of its own fails as a bad response without its words', async () => {
    const { url } = await startVendor((_request, response) => response.end('x'));
    const error = await failureOf(openFor(url).read(readOf('a', { parse: throwing }), contextFor()));
    expect(error.kind).toBe('bad-response');
    expect(String(error.stack)).not.toContain('canary');
  });

  it('with an id that would leave its place in the path calls nobody', async () => {
    const { url, requests } = await startVendor((_request, response) => response.end('x'));
    const error = await failureOf(openFor(url).read(readOf('..'), contextFor()));
    expect(error.kind).toBe('invalid-input');
    expect(requests).toHaveLength(0);
  });
});

describe('freshness', () => {
  it('ends after the configured time: a stale value is handed out once more while it is refreshed', async () => {
    const { url } = await startVendor((_request, response, count) => response.end(String(count)));
    const transport = openFor(url, { cacheSeconds: { list: 0.4 } });
    const read = async () => (await transport.read(readOf('a'), contextFor())).value;
    expect(await read()).toBe('1');
    await new Promise((resolve) => setTimeout(resolve, 460));
    const context = contextFor();
    expect((await transport.read(readOf('a'), context)).value).toBe('1');
    await expect.poll(read).toBe('2');
    // The refresh is no call of the request that set it off.
    expect(context.events.map(({ type }) => type)).toEqual(['stale']);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await read()).toBe('3');
  });

  it('of 0 seconds keeps nothing fresh', async () => {
    const { url } = await startVendor((_request, response, count) => response.end(String(count)));
    const transport = openFor(url, { cacheSeconds: { list: 0 } });
    expect((await transport.read(readOf('a'), contextFor())).value).toBe('1');
    expect((await transport.read(readOf('a'), contextFor())).value).toBe('2');
  });

  it('may depend on the value, and lasts ten times as long for a known revision', async () => {
    const { url, requests } = await startVendor((_request, response) => response.end('x'));
    const transport = openFor(url, { cacheSeconds: { list: 0, conversation: 0.05 } });
    const call = readOf('a', {
      freshness: (value) => (value === 'x' ? 'conversation' : 'list'),
      revision: '7',
    });
    await transport.read(call, contextFor());
    await new Promise((resolve) => setTimeout(resolve, 200));
    await transport.read(call, contextFor());
    expect(requests).toHaveLength(1);
  });

  it.each([
    [5000, 1],
    [1000, 2],
    [-60_000, 2],
  ])(
    'lasts no longer for a revision of %i ms ago where another change may bear the same mark',
    async (ago, calls) => {
      const { url, requests } = await startVendor((_request, response) => response.end('x'));
      const transport = openFor(url, { cacheSeconds: { list: 0.05 } });
      const call = readOf('a', { revision: '7', revisedAt: () => Date.now() - ago });
      await transport.read(call, contextFor());
      await new Promise((resolve) => setTimeout(resolve, 150));
      await transport.read(call, contextFor());
      expect(requests).toHaveLength(calls);
    },
  );

  it('of a revision that may still change under its mark is read once more for who wants it whole', async () => {
    let status = 200;
    const { url, requests } = await startVendor((_request, response, count) =>
      response.writeHead(status).end(String(count)),
    );
    const transport = openFor(url, { retries: 0 });
    const changedAt = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: changedAt + 1000 });
    onTestFinished(() => void vi.useRealTimers());
    const call = readOf('a', { revision: '7', revisedAt: () => changedAt });
    const valueAt = async (moment: number, wholeRevisions: boolean) => {
      vi.setSystemTime(moment);
      return (await transport.read(call, { ...contextFor(), wholeRevisions })).value;
    };
    expect(await valueAt(changedAt + 1000, true)).toBe('1');
    expect(await valueAt(changedAt + 1900, true)).toBe('1');
    expect(await valueAt(changedAt + 2000, false)).toBe('1');
    // Nor does the early one stand in for a vendor that fails.
    status = 503;
    await expect(valueAt(changedAt + 2000, true)).rejects.toMatchObject({ kind: 'unavailable' });
    status = 200;
    expect(await valueAt(changedAt + 2050, true)).toBe('3');
    for (const wholeRevisions of [false, true])
      expect(await valueAt(changedAt + 2100, wholeRevisions)).toBe('3');
    expect(requests).toHaveLength(3);
  });

  it('of such a revision is read once more although its answer came later, or is still under way', async () => {
    const answers: (() => void)[] = [];
    const { url } = await startVendor((_request, response, count) => {
      answers.push(() => response.end(String(count)));
    });
    const transport = openFor(url);
    const changedAt = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: changedAt + 1000 });
    onTestFinished(() => void vi.useRealTimers());
    const value = async (name: string) => {
      const call = readOf(name, { revision: '7', revisedAt: () => changedAt });
      return (await transport.read(call, { ...contextFor(), wholeRevisions: true })).value;
    };
    const answer = async () => {
      await expect.poll(() => answers.length).toBe(1);
      answers.pop()?.();
    };
    const early = value('a');
    await expect.poll(() => answers.length).toBe(1);
    vi.setSystemTime(changedAt + 2100);
    const during = value('a');
    await answer();
    expect(await early).toBe('1');
    await answer();
    expect(await during).toBe('2');
    expect(await value('a')).toBe('2');

    vi.setSystemTime(changedAt + 1000);
    const slow = value('b');
    await expect.poll(() => answers.length).toBe(1);
    vi.setSystemTime(changedAt + 2500);
    await answer();
    expect(await slow).toBe('3');
    const after = value('b');
    await answer();
    expect(await after).toBe('4');
  });

  it('over, an earlier value stands in for a vendor that fails, with the reason; not for one that says no', async () => {
    let status = 200;
    const { url } = await startVendor((_request, response) => response.writeHead(status).end('old'));
    const transport = openFor(url, { cacheSeconds: { list: 0 }, retries: 0 });
    const first = await transport.read(readOf('a'), contextFor());
    status = 500;
    const context = contextFor();
    const answer = await transport.read(readOf('a'), context);
    expect(answer).toMatchObject({
      value: 'old',
      fetchedAt: first.fetchedAt,
      staleBecause: { kind: 'unavailable' },
    });
    expect(context.events.at(-1)?.type).toBe('stale');
    status = 404;
    expect((await failureOf(transport.read(readOf('a'), contextFor()))).kind).toBe('not-found');
  });
});

const change = (name: string) => ({
  operation: 'things.update',
  request: { method: 'POST', path: ['things', name], form: { note: 'n' } } as const,
  parse: textOf,
  invalidates: ['things'],
});

const silence = (): void => {};

const tagged = (name: string) => readOf(name, { tags: ['things'] });

describe('a change', () => {
  it('drops what it makes stale, also what is being read at the moment', async () => {
    const { url, requests } = await startVendor((request, response, count) => {
      const delay = request.url?.includes('slow') ? 150 : 0;
      setTimeout(() => response.end(String(count)), delay);
    });
    const transport = openFor(url);
    const read = async (name: string) => (await transport.read(tagged(name), contextFor())).value;
    const before = [await read('a'), await transport.read(readOf('untagged'), contextFor())] as const;
    const underWay = read('slow');
    await expect.poll(() => requests.length).toBe(3);
    await transport.write(change('a'), contextFor());
    const old = await underWay;
    expect(await read('a')).not.toBe(before[0]);
    expect(await read('slow')).not.toBe(old);
    expect((await transport.read(readOf('untagged'), contextFor())).value).toBe(before[1].value);
  });

  it.each([
    [
      'the connection breaks',
      (request: { socket: { destroy(): void } }) => request.socket.destroy(),
      'outcome-unknown',
    ],
    ['no answer comes', silence, 'outcome-unknown'],
    [
      'the answer ends before its end',
      (request: IncomingMessage, response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '100' }).write('part', () => request.socket.destroy());
      },
      'outcome-unknown',
    ],
    [
      'the vendor breaks',
      (_r: unknown, response: Ending) => response.writeHead(500).end(),
      'outcome-unknown',
    ],
    [
      'the answer makes no sense',
      (_r: unknown, response: Ending) => response.writeHead(302).end(),
      'outcome-unknown',
    ],
    [
      'the vendor allows none',
      (_r: unknown, response: Ending) => response.writeHead(429).end(),
      'rate-limited',
    ],
    [
      'the key is refused',
      (_r: unknown, response: Ending) => response.writeHead(401).end(),
      'unauthenticated',
    ],
  ] as const)('is sent once and told truly when %s', async (_what, answer, kind) => {
    const { url, requests } = await startVendor(answer);
    const settings = answer === silence ? { timeoutMs: 200 } : {};
    const error = await failureOf(openFor(url, settings).write(change('a'), contextFor()));
    expect(error.kind).toBe(kind);
    expect(requests).toHaveLength(1);
  });

  it('that could not be sent did not happen', async () => {
    const error = await failureOf(openFor(unusedPort).write(change('a'), contextFor()));
    expect(error.kind).toBe('unavailable');
  });

  it('is finished although the one who asked for it has left', async () => {
    let done = 0;
    const { url, requests } = await startVendor((_request, response) => {
      setTimeout(() => response.end('ok', () => (done += 1)), 50);
    });
    const leaving = new AbortController();
    const written = openFor(url).write(change('a'), contextFor(undefined, { signal: leaving.signal }));
    await expect.poll(() => requests.length).toBe(1);
    leaving.abort();
    expect(await written).toBe('ok');
    expect(done).toBe(1);
  });
});

interface Ending {
  writeHead(status: number): { end(): void };
}

function refusing(): never {
  throw new VendorError({ kind: 'invalid-input', message: 'hunter2& is too weak', ...label });
}

describe('a secret that a vendor repeats', () => {
  const apiKey = new Secret('K3y/of the shop');
  const large = 'x'.repeat(600_000);

  it.each([
    ['in a short answer', ''],
    ['in one that is read in a thread', large],
  ])('is hidden %s', async (_where, padding) => {
    const told = { url: `//x/?key=${encodeURIComponent(apiKey.reveal())}`, note: apiKey.reveal(), padding };
    const { url } = await startVendor((_request, response) => response.end(JSON.stringify(told)));
    const settings = { retries: 0, apiKey };
    const call = readOf('a', { parse: (reply) => JSON.stringify(reply.json()) });
    const { value } = await openFor(url, settings).read(call, contextFor());
    expect(JSON.parse(value)).toEqual({ url: '//x/?key=[secret]', note: '[secret]', padding });
  });

  it('is hidden in the words with which it refuses a change', async () => {
    const { url } = await startVendor((_request, response) => response.writeHead(400).end());
    const request = { method: 'POST', path: ['agents'], form: { password: 'hunter2&' } } as const;
    const change = { operation: 'agents.create', request, parse: refusing, invalidates: [] };
    const write = openFor(url).write({ ...change, secretParameters: ['password'] }, contextFor());
    expect((await failureOf(write)).message).toBe('[secret] is too weak');
  });

  it.each([
    ['shortens', 'correct horse battery', (words: string) => words.slice(0, 30)],
    ['takes addresses out of', 'b@ttery staple', (words: string) => words.replace(/\S+@\S+/, '[address]')],
    ['takes markup out of', 'a<b>horse', (words: string) => words.replace('<b>', '')],
  ])('is hidden in words that an adapter %s', async (_what, password, changed) => {
    const { url } = await startVendor((_request, response) =>
      response.writeHead(400).end(JSON.stringify(`your password ${password} is too weak`)),
    );
    const parse = (reply: UpstreamReply): never => {
      throw new VendorError({ kind: 'invalid-input', message: changed(String(reply.json())), ...label });
    };
    const request = { method: 'POST', path: ['agents'], form: { password } } as const;
    const change = { operation: 'agents.create', request, parse, invalidates: [] };
    const write = openFor(url).write({ ...change, secretParameters: ['password'] }, contextFor());
    const { message } = await failureOf(write);
    expect(message).toMatch(/^your password \[secret\]/);
  });

  it('is hidden in the words with which it refuses an address', async () => {
    const { url } = await startVendor((_request, response) => response.writeHead(400).end());
    for (const address of ['http://u:hunter2&@h.example/x', 'http://u:hunter2%26@h.example']) {
      const request = { method: 'POST', path: ['files'], form: { url: address } } as const;
      const change = { operation: 'files.add', request, parse: refusing, invalidates: [] };
      expect((await failureOf(openFor(url).write(change, contextFor()))).message).toBe(
        '[secret] is too weak',
      );
    }
  });
});
