const mayNamePrototype = /__proto__|\\u005f/i;
/** Finds a number with 16 digits or an exponent. It may also find one inside a text, which does no harm. */
const mayBeTooLarge = /[:,[]\s*-?(?:\d{16}|\d+(?:\.\d+)?e)/i;

/**
 * Parses JSON, leaving out the one key that could change what an object inherits (`__proto__`). Whole numbers that
 * JavaScript would round become texts, as they may be ids; with `as-texts` every number becomes the text as which it is
 * written. Throws a `SyntaxError`, also for a number that is too large for JavaScript and does not become a text.
 */
export function decodeJson(text: string, numbers: 'as-numbers' | 'as-texts' = 'as-numbers'): unknown {
  if (numbers === 'as-texts') return JSON.parse(text, asText) as unknown;
  const isPlain = !mayNamePrototype.test(text) && !mayBeTooLarge.test(text);
  return (isPlain ? JSON.parse(text) : JSON.parse(text, checked)) as unknown;
}

function checked(key: string, value: unknown, { source }: { readonly source?: string } = {}): unknown {
  if (key === '__proto__') return undefined;
  if (typeof value !== 'number' || source === undefined || Number.isSafeInteger(value)) return value;
  if (!Number.isFinite(value)) throw new SyntaxError('expected numbers that can be held');
  return /^-?\d+$/.test(source) ? source : value;
}

function asText(key: string, value: unknown, { source }: { readonly source?: string } = {}): unknown {
  if (key === '__proto__') return undefined;
  return typeof value === 'number' ? source : value;
}
