import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HelpdeskSource } from '../../src/contract/helpdesk-source.ts';
import { VendorError, type VendorErrorKind } from '../../src/contract/vendor-error.ts';
import type { Fault } from '../../src/sandbox/emulator.ts';
import { sandboxSecrets } from '../support/sandbox-secrets.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { accountVariants, oneAccountEach } from './accounts.ts';
import { walkWindow } from './walk-window.ts';
import { openAccount, requestContext, type OpenAccount } from './open-account.ts';

const day = 86_400_000;

let restoreClock: () => void;
beforeAll(() => {
  restoreClock = shiftClock(calmDay);
});
afterAll(() => restoreClock());

const lists: Readonly<Record<string, (source: HelpdeskSource) => Promise<unknown> | undefined>> = {
  probe: (source) => source.probe(requestContext()),
  'list of conversations': (source) =>
    source.conversations!.list(
      {
        window: { from: calmDay - 20 * day, to: calmDay },
        order: { field: 'CREATED_AT', direction: 'DESC' },
        filter: {},
        limit: 10,
        position: null,
      },
      requestContext(),
    ),
  'list of agents': (source) => source.directories.Agent?.list?.(requestContext()),
  'list of tags': (source) => source.directories.Tag?.list?.(requestContext()),
  'list of departments': (source) => source.directories.Department?.list?.(requestContext()),
  'list of web sites': (source) => source.directories.Website?.list?.(requestContext()),
  'search for an address': (source) =>
    source.customers?.findByEmail?.('someone@example.com', requestContext()),
};

async function failureOf(work: Promise<unknown>): Promise<VendorError> {
  const outcome = await work.then(
    () => new Error('expected a failure'),
    (error: unknown) => error,
  );
  if (outcome instanceof VendorError) return outcome;
  throw outcome;
}

function expectDiscreet(error: VendorError): void {
  const text = `${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
  for (const secret of sandboxSecrets) expect(text).not.toContain(secret);
  expect(error.message).not.toMatch(/127\.0\.0\.1|\?|someone@example\.com|<html/i);
}

const failures: readonly { what: string; fault: Fault; kind: VendorErrorKind }[] = [
  { what: 'status 500', fault: { status: 500 }, kind: 'unavailable' },
  { what: 'status 503', fault: { status: 503 }, kind: 'unavailable' },
  { what: 'a reset', fault: { reset: true }, kind: 'unavailable' },
  { what: 'silence', fault: { hang: true }, kind: 'timeout' },
  { what: 'half an answer', fault: { truncateBytes: 25 }, kind: 'bad-response' },
  { what: 'no body at all', fault: { truncateBytes: 0 }, kind: 'bad-response' },
  { what: 'a web page with status 200', fault: { html: true }, kind: 'bad-response' },
  { what: 'a web page with status 502', fault: { html: true, status: 502 }, kind: 'unavailable' },
  { what: 'status 404', fault: { status: 404 }, kind: 'bad-response' },
  { what: 'status 401', fault: { status: 401 }, kind: 'unauthenticated' },
  { what: 'status 403', fault: { status: 403 }, kind: 'unauthenticated' },
  { what: 'status 429', fault: { status: 429, retryAfter: 7 }, kind: 'rate-limited' },
];

describe.each(oneAccountEach)('$title, answering with', (variant) => {
  let account: OpenAccount;
  beforeAll(async () => {
    account = await openAccount(variant, { size: 0.05 });
  });
  beforeEach(() => account.emulator.faults.clear());
  afterAll(() => account.close());

  it.each(failures)('$what fails as $kind in every list', async ({ fault, kind }) => {
    account.emulator.faults.set(fault);
    const source = account.again(fault.hang === true ? { timeoutMs: 300 } : {});
    for (const [name, list] of Object.entries(lists)) {
      // One wait is enough to see that silence is told as such.
      if (fault.hang === true && name !== 'list of conversations') continue;
      // That there is no such customer is an answer.
      if (fault.status === 404 && name === 'search for an address') continue;
      const work = list(source);
      if (!work) continue;
      const error = await failureOf(work);
      // Repeated failures keep the source from being called for a moment; a pause that was asked for does too.
      expect([kind, 'circuit-open'], name).toContain(error.kind);
      expect(error.source).toBe(source.name);
      expect(error.operation).not.toBe('');
      expectDiscreet(error);
    }
  });

  it('a wait of some seconds passes it on to the caller', async () => {
    account.emulator.faults.set({ status: 429, retryAfter: 7 });
    const error = await failureOf(account.again().probe(requestContext()));
    expect(error.retryAfterMs).toBe(7000);
    expect(error.retryable).toBe(true);
  });

  it('nothing, as nobody listens, fails as unavailable at once', async () => {
    const source = account.again({ url: 'http://127.0.0.1:1/api' });
    const error = await failureOf(source.probe(requestContext()));
    expect(error.kind).toBe('unavailable');
    expectDiscreet(error);
  });

  it('an answer cut off at any place never gives a part for the whole', async () => {
    for (const bytes of [0, 1, 2, 10, 60, 200, 900]) {
      account.emulator.faults.set({ truncateBytes: bytes });
      const error = await failureOf(lists['list of conversations']!(account.again())!);
      expect(error.kind).toBe('bad-response');
    }
  });

  it('a failure for some of a batch leaves the others in their places', async () => {
    const order = { field: 'CREATED_AT', direction: 'DESC' } as const;
    const window = { from: calmDay - 40 * day, to: calmDay };
    const walk = { order, window, limit: 20, wanted: new Map<string, number>() };
    const [one, other] = (await walkWindow(account.conversations, walk)).values();
    account.emulator.faults.set({ status: 500, match: other!.vendorId });
    const found = await account.again().conversations!.get(
      [one!, other!, one!].map(({ key }) => ({ key, revision: null })),
      requestContext(),
    );
    const middle = variant.habits.failsAlone ? 'unavailable' : other!.key;
    expect(found.map((row) => (row instanceof VendorError ? row.kind : row?.key))).toEqual([
      one!.key,
      middle,
      one!.key,
    ]);
  });

  it('nothing but failures rejects no batch', async () => {
    account.emulator.faults.set({ status: 500 });
    const { conversations, customers, directories } = account.again();
    const references = ['v:2026-03-01:a', 'a1b2c3d4'].map((key) => ({ key, revision: null }));
    const keys = references.map(({ key }) => key);
    const batches = await Promise.all([
      conversations!.get(references, requestContext()),
      conversations!.messages(references, requestContext()),
      ...(customers ? [customers.get(keys, requestContext())] : []),
      ...Object.values(directories).map((reader) => reader.get(keys, requestContext())),
    ]);
    for (const batch of batches) expect(batch).toHaveLength(2);
  });

  it('nothing, a caller who leaves ends the wait', async () => {
    account.emulator.faults.set({ hang: true });
    const controller = new AbortController();
    // Nothing else would end it within the time of a test.
    const work = account
      .again({ timeoutMs: 600_000 })
      .conversations!.get([{ key: 'v:2026-03-01:a', revision: null }], {
        ...requestContext({ deadline: Date.now() + 600_000 }),
        signal: controller.signal,
      });
    setTimeout(() => controller.abort(), 50);
    await work.catch(() => undefined);
  });

  it('nothing in time fails by the request’s deadline', async () => {
    account.emulator.faults.set({ hang: true });
    const patient = account.again({ timeoutMs: 600_000 });
    const error = await failureOf(patient.probe(requestContext({ deadline: Date.now() + 400 })));
    expect(error.kind).toBe('timeout');
  });
});

describe.each(accountVariants)('$title', (variant) => {
  it('refuses another secret, and says so without telling it', async () => {
    const account = await openAccount(variant, { size: 0.05 });
    const wrong = variant.habits.wrongCredentials;
    const source = account.again(wrong);
    for (const list of Object.values(lists)) {
      const work = list(source);
      if (!work) continue;
      const error = await failureOf(work);
      expect(error.kind).toBe('unauthenticated');
      expect(error.retryable).toBe(false);
      for (const value of Object.values(wrong)) expect(error.message).not.toContain(value);
      expectDiscreet(error);
    }
    await account.close();
  });
});
