import { trace } from '@opentelemetry/api';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandboxSourceNames } from '../../src/sandbox/sandbox-sources.ts';
import type { DeskName, World } from '../../src/sandbox/world/world.ts';
import { readCoverage } from '../coverage/coverage-table.ts';
import { changeable, lists, reports, single } from '../coverage/documents.ts';
import { sampleChanges } from '../coverage/sample-changes.ts';
import { leaksIn } from '../faults/support/canaries.ts';
import { mutate } from '../support/mutation-answer.ts';
import { recordSpans, toldBy, type RecordedSpans } from '../support/recorded-spans.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { sandboxSecrets } from '../support/sandbox-secrets.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';

const coverage = readCoverage();
const undici = new UndiciInstrumentation();

let restoreClock: () => void;
let spans: RecordedSpans;
let gateway: SandboxGateway;
let told: string;

type Listed = Readonly<Record<string, { readonly nodes: readonly Row[] }>>;
interface Row {
  readonly id: string;
  readonly customer: { readonly id: string; readonly email: string | null } | null;
}

/** Everything that the gateway can read and change at one vendor. */
async function useAll(vendor: DeskName): Promise<void> {
  const source = sandboxSourceNames[vendor];
  const past = { 'cache-control': 'no-cache' };
  const { data } = await gateway.query(lists, { of: [source] }, past);
  const conversations = (data as Listed)['conversations']?.nodes ?? [];
  const ids = {
    source,
    conversation: conversations[0]?.id,
    customer: conversations.find(({ customer }) => customer)?.customer?.id,
    agent: (data as Listed)['agents']?.nodes[0]?.id ?? conversations[0]?.id,
  };
  await gateway.query(single, ids, past);
  await gateway.query(reports, { of: [source] }, past);
  const listed = (await gateway.query(changeable, { of: [source] })).data as Listed;
  const idOf = (list: string, place = 0) => listed[list]?.nodes[place]?.id ?? '';
  for (const { name, input, selection } of sampleChanges[vendor](source, idOf)) {
    await mutate(gateway, name, input, selection);
  }
}

/** What callers write into documents, headers and names. */
async function askCarelessly(world: World): Promise<void> {
  const { email, phone } = world.desks.liveagent.customers.find((customer) => customer.email) ?? {};
  const literal = JSON.stringify(email);
  const headers = { authorization: 'Bearer canary-callers-key', cookie: 'session=canary-cookie' };
  const alias = `c_${String(phone).replaceAll(/\D/g, '')}`;
  await gateway.query(`{ ${alias}: person(email: ${literal}) { name } } # ${literal}`, {}, headers);
  await gateway.query(`query Q($e: String! = ${literal}) { person(email: $e) { name } }`);
  await gateway.query('query Q($e: String!) { person(email: $e) { name } }', { e: email });
  await gateway.query(`{ nobody(email: ${literal}) }`);
  await gateway.query(`{ person(email: ${literal} `);
  await gateway.query(
    `{ conversations(filter: { search: ${literal}, customerEmail: ${literal} }) { nodes { id } } }`,
  );
}

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  spans = recordSpans();
  undici.setTracerProvider(trace.getTracerProvider());
  undici.enable();
  gateway = await openSandboxGateway({ size: 0.05, limits: { maxCost: 100_000 } });
  for (const { vendor } of coverage) await useAll(vendor);
  await askCarelessly(gateway.world);
  gateway.emulators.liveagent.faults.set({ status: 500 });
  gateway.emulators.livechat.faults.set({ reset: true });
  for (const vendor of ['liveagent', 'livechat'] as const) await useAll(vendor);
  told = toldBy(spans.all());
}, 60_000);
afterAll(async () => {
  undici.disable();
  await gateway.close();
  await spans.stop();
  restoreClock();
});

/** What may be in no span, by what it is. */
function secretsOf({ desks }: World): Readonly<Record<string, string>> {
  const all = Object.values(desks).flatMap(({ agents, customers, conversations }) => [
    ...[...agents, ...customers].flatMap(({ id, email, firstName, lastName }) => [
      id,
      email,
      `${firstName} ${lastName}`,
    ]),
    ...customers.flatMap(({ phone, userId }) => [phone, userId]),
    ...conversations.flatMap(({ id, code, publicCode, subject, note }) => [
      id,
      code,
      publicCode,
      subject,
      note,
    ]),
  ]);
  // What is shorter is also a port or a piece of a trace's name.
  const long = all.filter((value): value is string => (value ?? '').length >= 6);
  return Object.fromEntries(long.map((value) => [value, value]));
}

/** What other instrumentation told. */
function foreign() {
  return spans.all().filter(({ instrumentationScope }) => instrumentationScope.name !== 'deskgraph');
}

describe('whatever was asked, done, refused and failed, spans', () => {
  it('tell no key, password, cookie or token, in any encoding', () => {
    const keys = sandboxSecrets.map((secret) => [secret, secret]);
    const callers = ['canary-callers-key', 'canary-cookie', 'pass-for-robin'].map((text) => [text, text]);
    expect(leaksIn(told, Object.fromEntries([...keys, ...callers]))).toEqual([]);
  });

  it('tell no id, name, address, telephone number or word of anybody', () => {
    const secrets = secretsOf(gateway.world);
    expect(Object.keys(secrets).length).toBeGreaterThan(500);
    expect(leaksIn(told, secrets)).toEqual([]);
    expect(told).not.toMatch(/@/);
  });

  it('tell of every call under the path that the vendor documents, with no id in it', () => {
    const documented = new Set(
      coverage.flatMap(({ rows }) =>
        rows.map(({ operation }) => operation.replace(/^\w+: /, '').replaceAll(/\[\w+\]|\{\w+\}/g, '{id}')),
      ),
    );
    const calls = spans.all().filter(({ attributes }) => attributes['deskgraph.source']);
    const named = new Map(calls.map(({ name, attributes }) => [name, attributes]));
    expect(named.size).toBeGreaterThan(60);
    const unknown = [...named].filter(([name, { 'deskgraph.operation': operation }]) => {
      const method = /\/api\/(?<method>\w+\/\w+)\/$/.exec(name)?.groups?.['method'];
      return !documented.has(name) && !documented.has(method ?? String(operation));
    });
    expect(unknown.map(([name]) => name)).toEqual([]);
  });

  it('come from the gateway alone: what other instrumentation would tell of its calls is left out', async () => {
    expect(foreign()).toEqual([]);
    await request(`${gateway.emulators.livechat.origin}/tickets?key=canary`).catch(() => undefined);
    expect(foreign()).toHaveLength(1);
    expect(toldBy(foreign())).toContain('key=canary');
  });
});
