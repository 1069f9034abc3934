/**
 * The e-mail address in a field for one, trimmed; null for anything else that people write there (`n/a`, a number), by
 * which strangers would pass for one person.
 */
export function emailAddress(text: string | null | undefined): string | null {
  return text?.includes('@') ? text.trim() : null;
}

/** An e-mail address in the form in which addresses are compared: trimmed and in lower case. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}
