const mayNamePrototype = /__proto__|\\u005f/i;
/** A number with 16 digits or an exponent; also in a text, which does no harm. */
const mayBeTooLarge = /[:,[]\s*-?(?:\d{16}|\d+(?:\.\d+)?e)/i;

/**
 * Parses JSON, without the one key that could change what an object inherits. Whole numbers that JavaScript would round
 * become texts, as they are ids; `as-texts`, every number is the text that it is written as. Throws a `SyntaxError`, also
 * on numbers beyond all bounds that do not stay texts.
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
