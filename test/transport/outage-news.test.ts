import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { VendorError, type VendorErrorKind } from '../../src/contract/vendor-error.ts';
import { OutageNews } from '../../src/transport/outage-news.ts';
import { contextFor, failureOf, openFor, readOf, startVendor } from './vendor-stub.ts';

/** A clock that goes on when it is told to, in milliseconds. */
let now = 60_000;

const trouble = (message: string, kind: VendorErrorKind = 'unavailable') =>
  new VendorError({ kind, message, source: 'shop', operation: 'things.get' });
const [refused, expired] = [trouble('refused'), trouble('expired')];

/** What is told of calls that show a source in these states, one every second. */
function toldOf(states: readonly (VendorError | null)[]): (string | null)[] {
  const told: (string | null)[] = [];
  const news = new OutageNews('shop', (_source, error) => told.push(error?.message ?? null));
  for (const state of states) {
    news.see(state);
    now += 1000;
  }
  return told;
}

describe('news of outages', () => {
  beforeEach(() => {
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    onTestFinished(() => void vi.restoreAllMocks());
  });

  it('are none while all is well', () => {
    expect(toldOf([null, null])).toEqual([]);
  });

  it('come once for an outage, and once for its end', () => {
    const lasting = Array.from({ length: 200 }, () => refused);
    expect(toldOf([null, ...lasting, null, null])).toEqual(['refused', null]);
  });

  it('come no more often than once a minute from a source that comes and goes', () => {
    const restless = Array.from({ length: 100 }, (_, second) => (second % 2 === 0 ? refused : null));
    expect(toldOf(restless)).toEqual(['refused', null, 'refused', null]);
  });

  it('name a reason that changes, once a minute', () => {
    const restless = Array.from({ length: 100 }, (_, second) => (second % 2 === 0 ? refused : expired));
    expect(toldOf([...restless, null])).toEqual(['refused', 'expired', null]);
  });
});

describe('a source whose calls fail', () => {
  it('is told of when it is down, with the reason, and when a call succeeds again', async () => {
    let isWell = false;
    const { url } = await startVendor((_request, response) => {
      response.writeHead(isWell ? 200 : 503).end('the words of the vendor');
    });
    const told: (string | null)[] = [];
    const tellOutage = (source: string, error: VendorError | null) =>
      told.push(source, error?.code ?? null, error?.message ?? null);
    const transport = openFor(url, { retries: 0 }, { tellOutage });
    for (const name of ['a', 'b']) await failureOf(transport.read(readOf(name), contextFor()));
    expect(told).toEqual([]);
    await failureOf(transport.read(readOf('c'), contextFor()));
    expect(told).toEqual(['shop', 'UPSTREAM_UNAVAILABLE', 'the vendor is not working (status 503)']);
    isWell = true;
    await vi.waitFor(() => transport.read(readOf('d'), contextFor()));
    expect(told.slice(3)).toEqual(['shop', null, null]);
  });

  it('is told of at once when it refuses the credentials', async () => {
    const { url } = await startVendor((_request, response) => void response.writeHead(401).end());
    const told: unknown[] = [];
    const transport = openFor(url, {}, { tellOutage: (_source, error) => told.push(error?.message) });
    await failureOf(transport.read(readOf('a'), contextFor()));
    expect(told).toEqual(['the vendor refused the credentials (status 401)']);
  });
});
