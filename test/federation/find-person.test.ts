import { describe, expect, it } from 'vitest';
import type { Answer, CallContext } from '../../src/contract/call-context.ts';
import type { Customer } from '../../src/contract/customer.ts';
import type { HelpdeskSource } from '../../src/contract/helpdesk-source.ts';
import { VendorError } from '../../src/contract/vendor-error.ts';
import { findPerson } from '../../src/federation/find-person.ts';
import { answer, callContext, fakeLife, fakeSource } from './fake-world.ts';

function finding(name: string, findByEmail: () => Promise<Answer<readonly Customer[]>>): HelpdeskSource {
  return { ...fakeSource(name), customers: { get: async () => [], findByEmail } };
}

function customer(name: string): Customer {
  return { key: name, vendorId: name, email: 'ann@example.org', name, firstName: null, lastName: null };
}

function failure(source: string): VendorError {
  return new VendorError({ kind: 'unavailable', message: 'refused', source, operation: 'customers.get' });
}

function find(sources: readonly HelpdeskSource[], context: CallContext = callContext()) {
  return findPerson({ email: 'ann@example.org', sources, lateAfterMs: 50, context });
}

describe('a person', () => {
  it('tells when each source’s answer came, and that an older one stands in', async () => {
    const { customers, outcomes } = await find([
      finding('red', async () => answer([customer('Ann')], { fetchedAt: 7 })),
      finding('blue', async () => answer([customer('A.')], { fetchedAt: 3, staleBecause: failure('blue') })),
    ]);
    expect(customers.map((found) => found.customer.name)).toEqual(['Ann', 'A.']);
    expect(outcomes).toMatchObject([
      { state: 'OK', fetchedAt: 7, error: null },
      { state: 'STALE', fetchedAt: 3, error: { code: 'UPSTREAM_UNAVAILABLE', retryable: true } },
    ]);
  });

  it('is told by the others where a source fails, is late or cannot look anybody up', async () => {
    const { customers, outcomes } = await find([
      finding('red', () => Promise.reject(failure('red'))),
      finding('blue', async () => answer([customer('Ann')])),
      finding('green', () => new Promise(() => {})),
      fakeSource('grey'),
    ]);
    expect(customers.map(({ source }) => source.name)).toEqual(['blue']);
    expect(outcomes.map(({ state }) => state)).toEqual(['FAILED', 'OK', 'LATE', 'SKIPPED']);
  });

  it('is in no answer that is kept unless all who can were heard', async () => {
    const [whole, partial] = [fakeLife(), fakeLife()];
    const blue = finding('blue', async () => answer([customer('Ann')]));
    const red = finding('red', () => Promise.reject(failure('red')));
    await find([blue, fakeSource('grey')], callContext({ life: whole.life }));
    await find([blue, red], callContext({ life: partial.life }));
    expect([whole.isKept(), partial.isKept()]).toEqual([true, false]);
  });

  it('is not looked for once the request is aborted', async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    const asked = finding('red', () => Promise.reject(new Error('was asked')));
    await expect(find([asked], callContext({ signal }))).rejects.toThrow('gone');
  });

  it('is not told half when the request is aborted meanwhile', async () => {
    const leaving = new AbortController();
    const silent = finding('red', () => {
      leaving.abort(new Error('gone'));
      return new Promise(() => {});
    });
    await expect(find([silent], callContext({ signal: leaving.signal }))).rejects.toThrow('gone');
  });
});
