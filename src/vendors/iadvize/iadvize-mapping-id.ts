/** An id, or null for "0", which the vendor writes where there is nobody. */
export function toOptionalId(text: string | null): string | null {
  return text === '0' ? null : text;
}
