import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault, RecordedCall } from '../../src/sandbox/emulator.ts';
import type { DeskName } from '../../src/sandbox/world/world.ts';
import { changeable } from '../coverage/documents.ts';
import type { SampleChange } from '../coverage/sample-change.ts';
import { sampleChanges } from '../coverage/sample-changes.ts';
import type { TestGateway } from '../support/gateway-over.ts';
import { mutate } from '../support/mutation-answer.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

/** Only silence has to be waited for; any other fault is there long before. */
const timeoutMs = { silence: 500, others: 5000 };

let gateway: SandboxGateway;
beforeAll(async () => {
  gateway = await openSandboxGateway({ size: 0.05 });
});
afterAll(() => gateway.close());

const vendors = [
  ['liveagent', 'support'],
  ['iadvize', 'shop'],
  ['livechat', 'tickets'],
] as const;
type Source = (typeof vendors)[number][1];

/** What iAdvize does by GET, and is no read. */
const changesByGet =
  /\/operator\/(?:createAccount|editAccount|deleteAccount|linkWebsite|unlinkWebsite|setAvailable|setUnavailable|disconnect)\//;

function isChange(source: Source, { method, path }: RecordedCall): boolean {
  return source === 'shop' ? changesByGet.test(path) : method !== 'GET';
}

/** What may go wrong with the call that makes a change, and what callers hear of it. */
const faults: readonly (readonly [string, Fault, string])[] = [
  ['a reset', { reset: true }, 'OUTCOME_UNKNOWN'],
  ['silence', { hang: true }, 'OUTCOME_UNKNOWN'],
  ['a 500 without words', { status: 500 }, 'OUTCOME_UNKNOWN'],
  ['a page for people', { html: true }, 'OUTCOME_UNKNOWN'],
  ['a 401', { status: 401 }, 'UPSTREAM_AUTH'],
  // The only one after which the change was made: what is deleted cannot be deleted again.
  ['an answer that is cut off', { truncateBytes: 3 }, 'OUTCOME_UNKNOWN'],
];

/** Texts of which a call that makes a change has one, and no read. */
const onlyChanges: Readonly<Record<Source, readonly string[]>> = {
  support: ['POST', 'PUT', 'DELETE'],
  shop: ['Account', 'linkWebsite', 'setAvailable', 'setUnavailable', 'disconnect'],
  tickets: ['POST', 'PUT', 'DELETE'],
};

/** Every change that a source's vendor can make. */
async function changesOf(vendor: DeskName, source: Source): Promise<readonly SampleChange[]> {
  const { data } = await gateway.query(changeable, { of: [source] });
  const listed = data as Readonly<Record<string, { readonly nodes: readonly { readonly id: string }[] }>>;
  const idOf = (list: string, place = 0) => listed[list]?.nodes[place]?.id ?? '';
  const changes = sampleChanges[vendor](source, idOf);
  expect(new Set(changes.map(({ name }) => name))).toEqual(
    new Set(Object.keys(gateway.sources.get(source)?.mutations ?? {})),
  );
  return changes;
}

const opposites: Readonly<Record<string, string>> = {
  conversationTagAdd: 'conversationTagRemove',
  conversationTagRemove: 'conversationTagAdd',
};

/** A read that succeeds: a source that only fails would not be called any more. */
async function succeed(of: TestGateway, source: Source): Promise<void> {
  const { data } = await of.query(anyList[source], {}, { 'cache-control': 'no-cache' });
  expect(data, `${source} is well`).toMatchObject({ list: { sources: [{ state: 'OK' }] } });
}

const listOf = (name: string, source: Source) =>
  `{ list: ${name}(filter: { sources: ["${source}"] }) { sources { state } } }`;
const anyList: Readonly<Record<Source, string>> = {
  support: listOf('tags', 'support'),
  shop: listOf('websites', 'shop'),
  tickets: listOf('tags', 'tickets'),
};

describe.concurrent('every change of every vendor, of which nobody hears what became', () => {
  it.for(vendors)('F65 F67 %s: sent once, and told', async ([vendor, source], test) => {
    const changes = await changesOf(vendor, source);
    const { faults: box, calls } = gateway.emulators[vendor];
    let tried = 0;
    for (const [what, fault, code] of faults) {
      const patience = fault.hang ? timeoutMs.silence : timeoutMs.others;
      const fresh = gateway.another({ everySource: { timeoutMs: patience } });
      for (const [place, { name, input }] of changes.entries()) {
        await succeed(fresh, source);
        // A tag that is there already need not be put on, nor one be taken away that is not.
        const opposite = opposites[name];
        if (opposite) await mutate(fresh, opposite, input);
        const send = () => mutate(fresh, name, { ...input, clientMutationId: `${what} ${place}` });
        box.set(...onlyChanges[source].map((match) => ({ ...fault, match })));
        const before = calls.list().length;
        const told = [await send(), await send()].map((answer) => answer.code);
        box.clear();
        const sent = calls
          .list()
          .slice(before)
          .filter((call) => isChange(source, call));
        expect(told, `${name} after ${what}`).toEqual([code, code]);
        // Only what is known not to have happened goes out again when it is sent again.
        expect(sent.length, `calls of ${name} after ${what}`).toBe(code === 'OUTCOME_UNKNOWN' ? 1 : 2);
        tried += 1;
      }
    }
    test.task.meta.fault = {
      figure: `0 of ${tried} sent twice: ${changes.length} changes, ${faults.length} faults`,
    };
  });
});
