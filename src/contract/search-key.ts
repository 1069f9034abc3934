/**
 * A text in the form in which texts are compared without regard to case: in lower case, with each letter and its accents
 * as one character, and with the sigma that ends a word as any other.
 */
export function searchKey(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
}
