import { describe, expect, it } from 'vitest';
import type { Answer, CallContext } from '../../src/contract/call-context.ts';
import type { WriteCall } from '../../src/transport/source-transport.ts';
import { toPlannedCall } from '../../src/transport/planned-call.ts';
import {
  mapPlan,
  planAfterRead,
  planCall,
  planNothing,
  planSequence,
  readNow,
} from '../../src/vendor-kit/write-plan.ts';
import { contextFor, failureOf, openFor, startVendor, textOf } from '../transport/vendor-stub.ts';

const write = (name: string): WriteCall<string> => ({
  operation: `things.${name}`,
  request: { method: 'PUT', path: ['things', name], form: { name, secret: 'canary-password' } },
  parse: textOf,
  invalidates: ['things'],
  secretParameters: ['secret'],
});

const soFar = (made: readonly unknown[]) => `${made.length} of them are made`;

describe('a change before it is made', () => {
  it('is shown with the path of the base URL, without key and password', async () => {
    const transport = openFor('http://127.0.0.1:1/base');
    expect(await planCall(transport, write('a b')).preview(contextFor())).toEqual([
      { method: 'PUT', path: '/base/things/a%20b', parameters: { name: 'a b', secret: '[secret]' } },
    ]);
  });

  it('is refused when an id fits into no path', async () => {
    const transport = openFor('http://127.0.0.1:1');
    const error = await failureOf(planCall(transport, write('..')).preview(contextFor()));
    expect(error.kind).toBe('invalid-input');
  });

  it('shows query, form and JSON body together, and long texts by their beginning', () => {
    const shown = toPlannedCall(
      {
        method: 'POST',
        path: ['x'],
        query: { page: '1', left: undefined },
        body: JSON.stringify({ tags: ['a'], data: 'x'.repeat(3000) }),
      },
      '/x',
      [],
    );
    expect(Object.keys(shown.parameters)).toEqual(['page', 'tags', 'data']);
    expect(shown.parameters['tags']).toEqual(['a']);
    expect(shown.parameters['data']).toMatch(/^x{2000}… \(3000 characters\)$/);
  });

  it('shows no login that stands in an address', () => {
    const url = `http://u:pw123456@h.example/${'x'.repeat(3000)}`;
    const request = {
      method: 'POST',
      path: ['x'],
      query: { url },
      body: JSON.stringify({ at: [{ url }] }),
    } as const;
    const { parameters } = toPlannedCall(request, '/x', []);
    expect(JSON.stringify(parameters)).not.toContain('pw123456');
    expect(parameters['url']).toContain('http://[secret]@h.example/');
  });

  it.each([
    ['<a/>', { body: '<a/>' }],
    ['["a"]', { body: ['a'] }],
    ['null', { body: null }],
    ['{"at":[{"page":1,"none":null}]}', { at: [{ page: 1, none: null }] }],
  ])('shows the body %s as it is', (body, parameters) => {
    expect(toPlannedCall({ method: 'POST', path: ['x'], body }, '/x', []).parameters).toEqual(parameters);
  });
});

describe('a change of several calls', () => {
  const steps = [write('one'), write('two'), write('three')];

  it('makes them in order and gives its result', async () => {
    const vendor = await startVendor((_request, response) => response.end('done'));
    const plan = planSequence(openFor(vendor.url), { steps, result: 7, soFar });
    expect(await mapPlan(plan, (value) => value + 1).run(contextFor())).toBe(8);
    expect(vendor.requests.map(({ url }) => url.split('?', 1)[0])).toEqual([
      '/things/one',
      '/things/two',
      '/things/three',
    ]);
  });

  it('stops at the first that fails, says what was made, and keeps the kind of failure', async () => {
    const vendor = await startVendor((_request, response, count) => {
      response.statusCode = count === 3 ? 404 : 200;
      response.end('x');
    });
    const error = await failureOf(
      planSequence(openFor(vendor.url), { steps, result: 7, soFar }).run(contextFor()),
    );
    expect(error.kind).toBe('not-found');
    expect(error.message).toContain('2 of them are made');
    expect(error.halfMade).toBe(true);
    expect(vendor.requests).toHaveLength(3);
  });

  it('says nothing of the sort when the first fails', async () => {
    const vendor = await startVendor((_request, response) => {
      response.statusCode = 404;
      response.end();
    });
    const error = await failureOf(
      planSequence(openFor(vendor.url), { steps, result: 7, soFar }).run(contextFor()),
    );
    expect(error.message).not.toContain('of them are made');
    expect(error.halfMade).toBe(false);
    expect(vendor.requests).toHaveLength(1);
  });

  it('says nothing of the sort when the calls before have changed nothing', async () => {
    const vendor = await startVendor((_request, response, count) => {
      response.statusCode = count === 2 ? 404 : 200;
      response.end('x');
    });
    const sequence = { steps, result: 7, soFar: () => undefined };
    const error = await failureOf(planSequence(openFor(vendor.url), sequence).run(contextFor()));
    expect(error.kind).toBe('not-found');
    expect(error.message).not.toContain('undefined');
    expect(error.halfMade).toBe(false);
  });
});

describe('a change of which only the vendor tells what calls it takes', () => {
  it('is planned when it is shown, and anew when it is made', async () => {
    const vendor = await startVendor((_request, response) => response.end('done'));
    const transport = openFor(vendor.url);
    let reads = 0;
    const plan = planAfterRead(async () => {
      reads += 1;
      return reads === 1 ? planCall(transport, write('a')) : planNothing('made already');
    });
    expect(await plan.preview(contextFor())).toMatchObject([{ path: '/things/a' }]);
    expect(await plan.run(contextFor())).toBe('made already');
    expect(await plan.preview(contextFor())).toEqual([]);
    expect(vendor.requests).toEqual([]);
  });

  it('reads what there is at this moment, past the cache and with nothing earlier in its place', async () => {
    const context = contextFor();
    const contexts: CallContext[] = [];
    const answer = { value: 'now', fetchedAt: 1 };
    const read = async (given: CallContext): Promise<Answer<string>> => {
      contexts.push(given);
      return answer;
    };
    expect(await readNow(read, context)).toBe('now');
    expect(contexts).toEqual([{ ...context, bypassCache: true }]);
    const staleBecause = new Error('down');
    await expect(readNow(async () => ({ ...answer, staleBecause }), context)).rejects.toBe(staleBecause);
  });
});
