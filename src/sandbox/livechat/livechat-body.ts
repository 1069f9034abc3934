import type { EmulatedRequest } from '../emulator.ts';

type Values = Record<string, unknown>;

function putFormValue(values: Values, name: string, value: string): void {
  const [, outer = name, inner] = /^([^[\]]+)\[([^[\]]*)\]$/.exec(name) ?? [];
  if (inner === undefined) {
    values[outer] = value;
  } else if (inner === '') {
    const list = values[outer];
    values[outer] = Array.isArray(list) ? [...(list as unknown[]), value] : [value];
  } else {
    values[outer] = { ...(values[outer] as Values | undefined), [inner]: value };
  }
}

/**
 * The values of a body, sent as JSON or as a form (`requester[mail]=`, `tag[]=`); null for a body that is
 * neither.
 */
export function readBody({ body, headers }: EmulatedRequest): Readonly<Values> | null {
  if (body.trim() === '') return {};
  if (!headers['content-type']?.includes('json')) {
    const values: Values = {};
    for (const [name, value] of new URLSearchParams(body)) putFormValue(values, name, value);
    return values;
  }
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : null;
  } catch {
    return null;
  }
}

/** A value as text; empty when it is missing or no scalar. */
export function textAt(values: Readonly<Record<string, unknown>>, ...path: readonly string[]): string {
  let value: unknown = values;
  for (const name of path) {
    value = typeof value === 'object' && value !== null ? (value as Values)[name] : undefined;
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A list of scalars as texts; undefined when it is missing or something else. */
export function textsAt(values: Readonly<Record<string, unknown>>, name: string): string[] | undefined {
  const list = values[name];
  return Array.isArray(list) ? list.map(String) : undefined;
}
