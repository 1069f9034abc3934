import type { Fault, FaultControl } from './emulator.ts';

/** Fault control that also finds the fault that hits a call. */
export interface FaultBox extends FaultControl {
  /** The fault that hits a call described by this text, counted down; `undefined` when none does. */
  take(description: string): Fault | undefined;
}

/** Creates an empty fault control. */
export function createFaultBox(): FaultBox {
  let armed: { fault: Fault; left: number }[] = [];
  return {
    set(...faults) {
      armed = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));
    },
    clear() {
      armed = [];
    },
    take(description) {
      const hit = armed.find(({ fault, left }) => left > 0 && description.includes(fault.match ?? ''));
      if (hit) hit.left -= 1;
      return hit?.fault;
    },
  };
}

/** The settings of a fault, and what each may be. */
export const faultKinds: Readonly<Record<keyof Fault, readonly string[]>> = {
  latencyMs: ['number'],
  status: ['number'],
  hang: ['boolean'],
  reset: ['boolean'],
  truncateBytes: ['number'],
  retryAfter: ['number', 'string'],
  html: ['boolean'],
  times: ['number'],
  match: ['string'],
};

/**
 * Reads the body of `POST /__control/faults`: one fault or a list of them.
 * Throws a `TypeError` that names the first key that is unknown or of the wrong type.
 */
export function parseFaults(text: string): Fault[] {
  const given: unknown = JSON.parse(text);
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  return list.map((entry) => {
    if (typeof entry !== 'object' || entry === null) throw new TypeError('expected a fault object');
    for (const [key, value] of Object.entries(entry)) {
      const allowed = Object.hasOwn(faultKinds, key) ? faultKinds[key as keyof Fault] : undefined;
      if (!allowed) throw new TypeError(`unknown fault setting "${key}"`);
      if (!allowed.includes(typeof value)) {
        throw new TypeError(`expected ${allowed.join(' or ')} for "${key}", got ${typeof value}`);
      }
    }
    return entry;
  });
}
