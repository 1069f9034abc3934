/** Repeatable chance: the same seed gives the same sequence on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number, both ends included. */
  integer(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** One element; throws a `RangeError` when there is none. */
  pick<Element>(list: readonly Element[]): Element;
  /** One key, as often as its weight says. */
  weighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>): Key;
  /** Some different elements, in list order. */
  sample<Element>(list: readonly Element[], count: number): Element[];
  /** A word of this length made of the letters. */
  word(letters: string, length: number): string;
}

function hash(text: string): number {
  let state = 0x81_1c_9d_c5;
  for (let at = 0; at < text.length; at += 1) {
    state = Math.imul(state ^ text.charCodeAt(at), 0x01_00_01_93);
  }
  return state >>> 0;
}

/** Creates a generator (mulberry32) from any text. */
export function createRandom(seed: string): Random {
  let state = hash(seed);
  function next(): number {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  function integer(from: number, to: number): number {
    return from + Math.floor(next() * (to - from + 1));
  }
  function pick<Element>(list: readonly Element[]): Element {
    if (list.length === 0) throw new RangeError('expected a list with at least one element');
    return list[integer(0, list.length - 1)] as Element;
  }
  return {
    next,
    integer,
    pick,
    chance: (probability) => next() < probability,
    weighted: (weights) => pickWeighted(weights, next()),
    sample(list, count) {
      let left = Math.min(count, list.length);
      return list.filter((_, index) => {
        const taken = next() < left / (list.length - index);
        if (taken) left -= 1;
        return taken;
      });
    },
    word(letters, length) {
      return Array.from({ length }, () => letters.charAt(integer(0, letters.length - 1))).join('');
    },
  };
}

function pickWeighted<Key extends string>(weights: Readonly<Partial<Record<Key, number>>>, at: number): Key {
  const entries = Object.entries(weights) as [Key, number][];
  let left = at * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  throw new RangeError('expected at least one weight above zero');
}
