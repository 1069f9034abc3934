import type { LiveAgentState } from './liveagent-state.ts';

/** One call, with the key already checked. */
export interface LiveAgentCall {
  readonly state: LiveAgentState;
  /** Query and form together; the form wins. */
  readonly parameters: ReadonlyMap<string, string>;
  /** What stands in the places of `[…]` in the path, decoded. */
  readonly ids: readonly string[];
}

/** What goes into the envelope. */
export type LiveAgentAnswer = Readonly<Record<string, unknown>>;

/** Answers one operation. */
export type LiveAgentOperation = (call: LiveAgentCall) => LiveAgentAnswer;

/** A call that fails, with the status the vendor documents for it. */
export class LiveAgentFailure extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'LiveAgentFailure';
    this.status = status;
  }
}

/** The answer to every change that reports nothing else. */
export const done: LiveAgentAnswer = { status: 'OK', statuscode: 0 };

/** The path's id at a place. */
export function idAt(call: LiveAgentCall, index = 0): string {
  return call.ids[index] ?? '';
}

/** A parameter; an empty one counts as left out. */
export function optional(call: LiveAgentCall, name: string): string | undefined {
  const value = call.parameters.get(name);
  return value === '' ? undefined : value;
}

/** A mandatory parameter; without it, fails with 500. */
export function mandatory(call: LiveAgentCall, name: string): string {
  const value = optional(call, name);
  if (value === undefined) throw new LiveAgentFailure(500, `Missing mandatory parameter ${name}`);
  return value;
}

/** A whole number, capped; anything else counts as left out, as in PHP. */
export function wholeNumber(call: LiveAgentCall, name: string, fallback: number, highest: number): number {
  const value = Number.parseInt(optional(call, name) ?? '', 10);
  return Number.isNaN(value) || value < 0 ? fallback : Math.min(value, highest);
}

/** A parameter with several values between commas; `undefined` when left out. */
export function commaList(call: LiveAgentCall, name: string): string[] | undefined {
  return optional(call, name)
    ?.split(',')
    .map((part) => part.trim());
}

/** Cuts a list by `limitcount` (default 100, at most 1,000) and `limitfrom`. */
export function cutByLimits<Row>(call: LiveAgentCall, rows: readonly Row[]): Row[] {
  const from = wholeNumber(call, 'limitfrom', 0, Infinity);
  return rows.slice(from, from + wholeNumber(call, 'limitcount', 100, 1000));
}
