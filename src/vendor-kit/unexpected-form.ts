import type * as z from 'zod';
import { VendorError } from '../contract/vendor-error.ts';
import type { CallLabel } from '../transport/request-encoding.ts';

/** A value of the schema. Anything else is a `bad-response`; `what` completes "expected …". */
export function validated<T>(schema: z.ZodType<T>, value: unknown, what: string, label: CallLabel): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw unexpectedForm(what, parsed.error, label);
  return parsed.data;
}

/** An answer of a form that the vendor does not document; names the place, never the value. */
export function unexpectedForm(what: string, error: z.ZodError | null, label: CallLabel): VendorError {
  const place = error?.issues[0]?.path.map(String).join('.') ?? '';
  const got = place === '' ? 'something else' : `another form at ${place}`;
  return new VendorError({ kind: 'bad-response', message: `expected ${what}, got ${got}`, ...label });
}
