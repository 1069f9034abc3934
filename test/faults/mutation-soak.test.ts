import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/emulator.ts';
import { mutate, supportIds, type MutationAnswer } from '../support/mutation-answer.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

const mutations = 2000;
const workers = 8;
/** Every tenth call goes wrong. */
const everyTenth = 10;
/** Some before the vendor did anything, some after. */
const faults: readonly Fault[] = [{ reset: true }, { hang: true }, { status: 500 }, { truncateBytes: 9 }];
/** Codes that say that nothing was sent. */
const unsent = new Set(['CIRCUIT_OPEN', 'UPSTREAM_BUSY', 'UPSTREAM_RATE_LIMITED', 'UPSTREAM_UNAVAILABLE']);

let gateway: SandboxGateway;
beforeAll(async () => {
  gateway = await openSandboxGateway({ size: 0.05, everySource: { timeoutMs: 250 } });
});
afterAll(() => gateway.close());

/** How often each text of ours is among the notes that the emulator keeps. */
function notesKept(): ReadonlyMap<string, number> {
  const kept = new Map<string, number>();
  for (const { entries } of gateway.world.desks.liveagent.conversations) {
    for (const { text } of entries) {
      if (text.startsWith('soak ')) kept.set(text, (kept.get(text) ?? 0) + 1);
    }
  }
  return kept;
}

/** How a client ends that repeats what was not sent, with the same clientMutationId. */
type Ending = 'acknowledged' | 'doubtful' | 'other';

function endingOf({ payload, code }: MutationAnswer): Ending | 'again' {
  if (payload?.userErrors.length === 0) return 'acknowledged';
  if (code === 'OUTCOME_UNKNOWN') return 'doubtful';
  return code !== undefined && unsent.has(code) ? 'again' : 'other';
}

async function persistently(send: () => Promise<MutationAnswer>): Promise<Ending> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const ending = endingOf(await send());
    if (ending !== 'again') return ending;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return 'other';
}

it('makes no change twice and loses none over 2,000 mutations with 10 % faults', async () => {
  const [conversationId] = (await supportIds(gateway)).conversations;
  const { faults: box } = gateway.emulators.liveagent;
  const endings = new Map<string, Ending>();
  const disagreeing: string[] = [];
  gateway.forgetCalls();

  async function note(index: number): Promise<void> {
    const text = `soak ${index}`;
    const input = { conversationId, note: text, clientMutationId: text };
    const send = () => mutate(gateway, 'conversationNoteAdd', input);
    if (index % everyTenth === 0) {
      // The next change of whichever worker comes first.
      box.set({ ...faults[(index / everyTenth) % faults.length], match: 'POST', times: 1 });
    }
    // A third has a twin that is sent at the same time, as by an impatient client.
    const [ending = 'other', twin = ending] = await Promise.all(
      index % 3 === 0 ? [persistently(send), persistently(send)] : [persistently(send)],
    );
    if (ending !== twin) disagreeing.push(text);
    endings.set(text, ending);
  }

  let next = 0;
  const work = async () => {
    while (next < mutations) await note((next += 1));
  };
  await Promise.all(Array.from({ length: workers }, work));
  box.clear();

  const kept = notesKept();
  const of = (wanted: Ending) => [...endings].filter(([, ending]) => ending === wanted).map(([text]) => text);
  const ledger = {
    mutations: endings.size,
    callsThatReachedTheVendor: gateway.calls('support').filter(({ method }) => method === 'POST').length,
    acknowledged: of('acknowledged').length,
    doubtful: of('doubtful').length,
    doubtfulButMade: of('doubtful').filter((text) => kept.has(text)).length,
    duplicates: [...kept.values()].filter((count) => count > 1).length,
    acknowledgedButMissing: of('acknowledged').filter((text) => !kept.has(text)).length,
    neither: of('other').length,
    twinsThatDisagree: disagreeing.length,
  };
  process.stdout.write(`${JSON.stringify(ledger, null, 2)}\n`);

  expect(ledger).toMatchObject({
    mutations,
    duplicates: 0,
    acknowledgedButMissing: 0,
    neither: 0,
    twinsThatDisagree: 0,
    callsThatReachedTheVendor: mutations,
  });
  expect(ledger.doubtful).toBeGreaterThan(mutations / everyTenth / 2);
  expect(ledger.doubtfulButMade).toBeGreaterThan(0);
}, 90_000);
