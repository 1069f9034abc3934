import type { Emulator } from '../../../src/sandbox/emulator.ts';
import type { LiveAgentAccount } from '../../../src/sandbox/liveagent/liveagent-account.ts';
import { createLiveAgentEmulator } from '../../../src/sandbox/liveagent/liveagent-emulator.ts';
import { openEmulator } from '../../../src/sandbox/open-emulator.ts';
import { createWorld } from '../../../src/sandbox/world/create-world.ts';
import type { Desk } from '../../../src/sandbox/world/world.ts';

/** The moment at which the test's desk stands still: 5 a.m. in Los Angeles, in summer. */
export const now = Date.UTC(2025, 5, 18, 12);

/** One row of a list; values are text wherever the tests look. */
export type Row = Readonly<Record<string, string>>;

/** A block of messages. */
export interface Group {
  readonly rtype: string;
  readonly messages: readonly Row[];
}

/** What an emulated account answered. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The inside of the envelope. */
  readonly response: Row;
  /** A list in the envelope. Throws when it is not there. */
  rows(name: string): Row[];
  /** One row of it, counted from the end when negative. Throws when it is not there. */
  row(name: string, index?: number): Row;
  /** One column of it; empty text where a row lacks it. */
  column(name: string, column: string): string[];
  /** The blocks of messages in the envelope. */
  groups(): Group[];
}

function toAnswer(status: number, text: string): Answer {
  const envelope = text.startsWith('{') ? (JSON.parse(text) as { response: object }) : { response: {} };
  function list<Element>(name: string): Element[] {
    const found: unknown = Object.entries(envelope.response).find(([key]) => key === name)?.[1];
    if (!Array.isArray(found)) throw new TypeError(`expected a list ${name}`);
    return found as Element[];
  }
  return {
    status,
    text,
    response: envelope.response as Row,
    rows: (name) => list<Row>(name),
    row(name, index = 0) {
      const row = list<Row>(name).at(index);
      if (!row) throw new RangeError(`expected a row ${index} in ${name}`);
      return row;
    },
    column: (name, column) => list<Row>(name).map((row) => row[column] ?? ''),
    groups: () => list<Group>('groups'),
  };
}

/** A running LiveAgent emulator over a small desk, with short ways to call it. */
export interface TestDesk {
  readonly desk: Desk;
  readonly emulator: Emulator;
  get(path: string, parameters?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, form?: Record<string, string>): Promise<Answer>;
}

/** Opens an account on which nothing but the test acts. */
export async function openTestDesk(account: Partial<LiveAgentAccount> = {}): Promise<TestDesk> {
  const desk = createWorld({ size: 0.2, now }).desks.liveagent;
  const emulator = await openEmulator(
    createLiveAgentEmulator(desk, { apiKey: 'right', now: () => now, ...account }),
  );
  async function call(path: string, query: Record<string, string>, init: RequestInit): Promise<Answer> {
    const search = new URLSearchParams(query).toString();
    const response = await fetch(`${emulator.origin}/api/${path}${search === '' ? '' : `?${search}`}`, init);
    return toAnswer(response.status, await response.text());
  }
  return {
    desk,
    emulator,
    get: (path, parameters = {}) => call(path, { apikey: 'right', ...parameters }, {}),
    send: (method, path, form = {}) =>
      call(path, { apikey: 'right' }, { method, body: new URLSearchParams(form) }),
  };
}
