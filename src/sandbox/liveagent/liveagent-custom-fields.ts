import type { LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, optional } from './liveagent-call.ts';

/** A value of a field that the account defines itself. */
export interface FieldValue {
  code: string;
  value: string;
}

function isFieldValue(value: unknown): value is FieldValue {
  if (typeof value !== 'object' || value === null) return false;
  const { code, value: content } = value as Record<string, unknown>;
  return typeof code === 'string' && code !== '' && typeof content === 'string';
}

/** Reads the JSON text of the parameter `customfields`; nothing when left out; fails with 500 on anything else. */
export function readFields(call: LiveAgentCall): FieldValue[] {
  const text = optional(call, 'customfields');
  if (text === undefined) return [];
  try {
    const given: unknown = JSON.parse(text);
    if (Array.isArray(given) && given.every(isFieldValue)) {
      return given.map(({ code, value }) => ({ code, value }));
    }
  } catch {
    // Falls through to the failure below, as any other wrong text does.
  }
  throw new LiveAgentFailure(500, 'Invalid customfields, expected a JSON array of code and value');
}

/** Takes out the values of one code, or all of them when no code is given. */
export function withoutField(call: LiveAgentCall, fields: readonly FieldValue[]): FieldValue[] {
  const code = optional(call, 'code');
  return code === undefined ? [] : fields.filter((field) => field.code !== code);
}
