import { refusedInput } from '../../vendor-kit/refused-input.ts';

/** Refuses values that LiveChat has no place for, rather than dropping them; an empty list holds none. */
export function refuseGiven(source: string, given: Readonly<Record<string, unknown>>, what: string): void {
  const field = Object.entries(given).find(([, value]) => isGiven(value))?.[0];
  if (field !== undefined) throw refusedInput(source, field, `LiveChat has no such value for ${what}`);
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}
