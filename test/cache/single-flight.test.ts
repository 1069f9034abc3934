import { describe, expect, it, vi } from 'vitest';
import { SingleFlight, type FlightControl } from '../../src/cache/single-flight.ts';

const late = () => new Error('late');

/** Someone who waits for so long, and may leave. */
function someone(milliseconds = 60_000) {
  const request = new AbortController();
  const waiter = { signal: request.signal, deadline: Date.now() + milliseconds };
  return { waiter, leave: (reason: unknown) => request.abort(reason) };
}

/** A fetch that goes on until it is told how it ends. */
function openFetch() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const start = vi.fn<(control: FlightControl) => Promise<string>>(() => promise);
  return { start, bring: resolve, fail: reject, control: () => start.mock.calls[0]![0] };
}

describe('a fetch that is shared', () => {
  it('is one for all who ask at the same time, and another for who asks behind its end', async () => {
    const flights = new SingleFlight<string>();
    const [first, second] = [openFetch(), openFetch()];
    const asked = [1, 2, 3].map(() => flights.run('key', someone().waiter, first.start, late));
    expect(flights.has('key')).toBe(true);
    first.bring('first');
    expect(await Promise.all(asked)).toEqual(['first', 'first', 'first']);
    expect(first.start).toHaveBeenCalledTimes(1);
    expect(flights.has('key')).toBe(false);
    second.bring('second');
    expect(await flights.run('key', someone().waiter, second.start, late)).toBe('second');
  });

  it('is shared under its own key only', async () => {
    const flights = new SingleFlight<string>();
    const [one, other] = [openFetch(), openFetch()];
    const asked = [
      flights.run('one', someone().waiter, one.start, late),
      flights.run('other', someone().waiter, other.start, late),
    ];
    one.bring('one');
    other.bring('other');
    expect(await Promise.all(asked)).toEqual(['one', 'other']);
  });

  it('fails for all, and is begun anew by the next', async () => {
    const flights = new SingleFlight<string>();
    const [failing, next] = [openFetch(), openFetch()];
    const asked = [1, 2].map(() => flights.run('key', someone().waiter, failing.start, late));
    failing.fail('refused');
    expect(await Promise.allSettled(asked)).toMatchObject([{ reason: 'refused' }, { reason: 'refused' }]);
    next.bring('next');
    expect(await flights.run('key', someone().waiter, next.start, late)).toBe('next');
  });

  it('goes on for the others when one leaves, who is told the reason of leaving', async () => {
    const flights = new SingleFlight<string>();
    const { start, bring, control } = openFetch();
    const [leaving, staying] = [someone(), someone()];
    const left = flights.run('key', leaving.waiter, start, late);
    const stayed = flights.run('key', staying.waiter, start, late);
    leaving.leave('gone');
    await expect(left).rejects.toBe('gone');
    expect(control().cancellation.cancelled).toBe(false);
    bring('value');
    expect(await stayed).toBe('value');
    staying.leave('gone later');
    expect(control().cancellation.cancelled).toBe(false);
  });

  it('is cancelled when the last one leaves, and joined by nobody from then on', async () => {
    const flights = new SingleFlight<string>();
    const [given, next] = [openFetch(), openFetch()];
    const { waiter, leave } = someone();
    const left = flights.run('key', waiter, given.start, late);
    leave('gone');
    await expect(left).rejects.toBe('gone');
    expect(given.control().cancellation).toMatchObject({ cancelled: true, reason: 'gone' });
    const asked = flights.run('key', someone().waiter, next.start, late);
    // What was given up ends at last: that is no end of the next one.
    given.fail('cancelled');
    await Promise.resolve();
    expect(flights.has('key')).toBe(true);
    next.bring('next');
    expect(await asked).toBe('next');
  });

  it('is left by whoever has no more time, with an error of its own; the last one ends it so', async () => {
    const flights = new SingleFlight<string>();
    const { start, control } = openFetch();
    const asked = flights.run('key', someone(10).waiter, start, () => new Error('late for shop'));
    await expect(asked).rejects.toThrow('late for shop');
    expect(control().cancellation.reason).toEqual(new Error('late for shop'));
  });

  it('has the time of whoever waits longest', () => {
    const flights = new SingleFlight<string>();
    const { start, bring, control } = openFetch();
    const deadlines = [10_000, 30_000, 20_000].map((milliseconds) => {
      const { waiter } = someone(milliseconds);
      void flights.run('key', waiter, start, late);
      return waiter.deadline;
    });
    expect(control().deadline()).toBe(deadlines[1]);
    bring('value');
  });

  it('is cancelled from its beginning for someone who has left already', async () => {
    const flights = new SingleFlight<string>();
    const { start, control } = openFetch();
    const { waiter, leave } = someone();
    leave('gone');
    await expect(flights.run('key', waiter, start, late)).rejects.toBe('gone');
    expect(control().cancellation.cancelled).toBe(true);
    expect(flights.has('key')).toBe(false);
  });
});
