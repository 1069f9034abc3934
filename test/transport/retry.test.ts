import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { Cancellation } from '../../src/cache/cancellation.ts';
import { VendorError, type VendorErrorKind } from '../../src/contract/vendor-error.ts';
import { CallRefused } from '../../src/transport/call-refused.ts';
import { CallAbandoned } from '../../src/transport/health-verdict.ts';
import { RetryBudget } from '../../src/transport/retry-budget.ts';
import { tryAgain, type RetryOptions } from '../../src/transport/retry.ts';

const label = { source: 'shop', operation: 'things.get', message: 'told to callers' };
const failure = (kind: VendorErrorKind, retryAfterMs?: number) =>
  new VendorError({ kind, retryAfterMs, ...label });

/** The part of its longest pause that is waited before a further call. */
let part = 0;

beforeEach(() => {
  part = 0;
  vi.spyOn(Math, 'random').mockImplementation(() => part);
  onTestFinished(() => void vi.restoreAllMocks());
});

/** Calls again after a failure, while each call fails in turn as told; tells what came of it. */
async function again(first: unknown, next: (call: number) => unknown, parts: Partial<RetryOptions> = {}) {
  let calls = 0;
  let told = 0;
  const attempt = () => {
    calls += 1;
    return Promise.reject(next(calls));
  };
  const options = {
    retries: 5,
    budget: new RetryBudget(),
    deadline: () => Date.now() + 60_000,
    cancellation: new Cancellation(),
    onRetry: () => (told += 1),
    ...parts,
  };
  const error: unknown = await tryAgain(attempt, first, options).catch((thrown: unknown) => thrown);
  return { error, calls, told };
}

describe('a read that failed', () => {
  it.each([
    ['unavailable', 5],
    ['timeout', 5],
    ['rate-limited', 5],
    ['bad-response', 1],
    ['not-found', 0],
    ['unauthenticated', 0],
    ['invalid-input', 0],
  ] as const)('as %s is tried again %i times at most, and fails as it failed last', async (kind, calls) => {
    const errors = Array.from({ length: 6 }, () => failure(kind));
    const outcome = await again(errors[0], (call) => errors[call]);
    expect(outcome).toEqual({ error: errors[calls], calls, told: calls });
    expect(outcome.error).toBe(errors[calls]);
  });

  it('gives what a further call brings', async () => {
    const options = {
      retries: 1,
      budget: new RetryBudget(),
      deadline: () => Date.now() + 60_000,
      cancellation: new Cancellation(),
      onRetry: () => {},
    };
    expect(await tryAgain(async () => 'well', failure('unavailable'), options)).toBe('well');
  });

  it('fails with what the vendor did, and not with what the gateway did about it', async () => {
    const late = failure('timeout');
    const refused = new CallRefused({ kind: 'circuit-open', ...label });
    expect(await again(late, () => refused)).toEqual({ error: late, calls: 1, told: 0 });
  });

  it.each([
    ['nobody waited for it', new CallAbandoned(), 60_000],
    ['the gateway refused it', new CallRefused({ kind: 'rate-limited', ...label }), 60_000],
    ['the vendor asks for a longer pause than anybody waits', failure('unavailable', 3001), 60_000],
    ['the vendor asks for a longer pause than there is time', failure('unavailable', 2000), 1000],
  ])('is not tried again where %s', async (_why, error, time) => {
    const outcome = await again(error, () => error, { deadline: () => Date.now() + time });
    expect(outcome).toEqual({ error, calls: 0, told: 0 });
  });

  it('is not tried again beyond the budget', async () => {
    const budget = new RetryBudget();
    for (let call = 0; call < 10; call += 1) budget.withdraw();
    const error = failure('unavailable');
    expect(await again(error, () => error, { budget })).toEqual({ error, calls: 0, told: 0 });
  });

  it('waits longer before each further call, as long as there is time', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    part = 1;
    const error = failure('unavailable');
    const deadline = Date.now() + 150;
    expect(await again(error, () => error, { deadline: () => deadline })).toMatchObject({ calls: 1 });
  });

  it('waits for as long as the vendor asks', async () => {
    const began = performance.now();
    await again(failure('unavailable', 60), () => failure('not-found'));
    expect(performance.now() - began).toBeGreaterThan(55);
  });

  it.each(['before', 'during'])('is left alone when nobody waits any more %s the pause', async (when) => {
    part = 1;
    const cancellation = new Cancellation();
    const error = failure('unavailable');
    if (when === 'before') cancellation.cancel(new Error('gone'));
    const outcome = again(error, () => error, { cancellation });
    cancellation.cancel(new Error('gone'));
    expect(await outcome).toEqual({ error, calls: 0, told: 0 });
  });
});

/** How many further calls a budget allows. */
function left(budget: RetryBudget): number {
  let count = 0;
  while (count < 100 && budget.withdraw()) count += 1;
  return count;
}

describe('the retry budget', () => {
  let now = 60_000;

  beforeEach(() => void vi.spyOn(performance, 'now').mockImplementation(() => now));

  it('lets ten retries through, and a fifth of the calls from then on', () => {
    const budget = new RetryBudget();
    expect(left(budget)).toBe(10);
    for (let call = 0; call < 4; call += 1) budget.deposit();
    expect(left(budget)).toBe(0);
    budget.deposit();
    expect(left(budget)).toBe(1);
  });

  it('lets one more through every five seconds, and never more than ten together', () => {
    const budget = new RetryBudget();
    left(budget);
    now += 4999;
    expect(left(budget)).toBe(0);
    now += 2;
    expect(left(budget)).toBe(1);
    expect(left(budget)).toBe(0);
    now += 3_600_000;
    expect(left(budget)).toBe(10);
  });
});
