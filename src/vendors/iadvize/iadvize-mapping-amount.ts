/** Blanks and apostrophes stand between thousands, currencies before or after the number. */
const trimmings = /[\s'’\p{Sc}]|^[A-Z]{3}|[A-Z]{3}$/gu;
const number = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,2}))?$/i;

/**
 * An amount as digits with at most one point: all the digits that were sent, never by way of a float. The document's
 * `19.90`, what spreadsheets make of it (`1.234,50 €`), and how JSON may write a number (`1e3`). Null for anything
 * else.
 */
export function toDecimal(text: string | null): string | null {
  const plain = withPoint((text ?? '').trim().replaceAll('−', '-').replaceAll(trimmings, ''));
  const [, sign, whole = '', fraction = '', exponent = '0'] = number.exec(plain) ?? [];
  if (sign === undefined || whole + fraction === '') return null;
  return (sign === '-' ? '-' : '') + shifted(whole, fraction, Number(exponent));
}

/**
 * Of commas and points, the last one is the decimal sign, unless it occurs twice or is a lone comma between
 * thousands.
 */
function withPoint(text: string): string {
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  const sign = text[last];
  if (sign === undefined) return text;
  const isOfThousands = text.indexOf(sign) < last || (sign === ',' && /^[+-]?[1-9]\d{0,2},\d{3}$/.test(text));
  if (isOfThousands) return /^[+-]?\d{1,3}([.,]\d{3})+$/.test(text) ? text.replaceAll(sign, '') : text;
  return `${text.slice(0, last).replaceAll(/[.,]/g, '')}.${text.slice(last + 1)}`;
}

/** Moves the point to the right by some places, or to the left when they are negative. */
function shifted(whole: string, fraction: string, places: number): string {
  const point = whole.length + places;
  const before = Math.max(0, 1 - point);
  const digits = ('0'.repeat(before) + whole + fraction).padEnd(point, '0');
  const decimals = digits.slice(point + before);
  return digits.slice(0, point + before).replace(/^0+(?=\d)/, '') + (decimals === '' ? '' : `.${decimals}`);
}
