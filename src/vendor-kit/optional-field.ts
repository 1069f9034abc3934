import type * as z from 'zod';

/**
 * What a record may lack. A value of another form counts as lacking, as one such value is no reason to lose the rest.
 */
export function optional<Value extends z.ZodType>(value: Value) {
  return value.nullish().catch(null);
}
