import type { Random } from './random.ts';
import type { DeskName } from './world.ts';

const digits = '0123456789';
const hex = '0123456789abcdef';
const lower = 'abcdefghijklmnopqrstuvwxyz0123456789';
const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const mixed = `${upper}${upper.toLowerCase()}${digits}`;

/** Gives out ids in the shape that a vendor uses, each only once. */
export interface Identifiers {
  agent(): string;
  /** The id of a customer's record, and that of the same person as an author or visitor. */
  customer(): { id: string; userId: string };
  department(): string;
  group(): string;
  tag(): string;
  website(): string;
  conversation(isChat: boolean): { id: string; code: string; publicCode: string };
  entry(): string;
  transaction(): string;
}

/** Creates the id source of one desk. */
export function createIdentifiers(desk: DeskName, random: Random): Identifiers {
  const taken = new Set<string>();
  function fresh(make: () => string): string {
    let id = make();
    while (taken.has(id)) id = make();
    taken.add(id);
    return id;
  }
  let counter = { iadvize: 427_000, liveagent: 0, livechat: 0, zazachat: 12_000 }[desk];
  function count(): string {
    counter += random.integer(1, 3);
    return String(counter);
  }
  const short = (letters: string, length: number) => () => fresh(() => random.word(letters, length));
  const visitor = (): string => `${random.word(lower, 24)}-1001-${random.word('123456789', 8)}`;
  const customer = {
    iadvize: () => ({ id: count(), userId: fresh(() => random.word(hex, 45)) }),
    liveagent: () => ({ id: short(lower, 8)(), userId: short(lower, 8)() }),
    livechat: () => ({ id: `S${fresh(() => random.word(digits, 10))}`, userId: short(hex, 16)() }),
    zazachat: () => ({ id: count(), userId: fresh(visitor) }),
  }[desk];
  return {
    agent: desk === 'liveagent' ? short(lower, 8) : count,
    customer,
    department: desk === 'liveagent' ? short(hex, 8) : count,
    group: short(lower, 4),
    tag: short(lower, 4),
    website: count,
    conversation(isChat) {
      const code = fresh(() => `${random.word(upper, 3)}-${random.word(upper, 5)}-${random.word(digits, 3)}`);
      const publicCode = fresh(() => random.word(mixed, 16));
      if (desk === 'liveagent') return { id: short(lower, 8)(), code, publicCode };
      if (desk === 'livechat') return { id: short(`${upper}${digits}`, 5)(), code, publicCode };
      return { id: desk === 'zazachat' && isChat ? fresh(visitor) : count(), code, publicCode };
    },
    entry: short(lower, 8),
    transaction: count,
  };
}
