const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment in few letters: the time of today, else the day. */
export function shortMoment(moment: string): string {
  const date = new Date(moment);
  return date.toDateString() === new Date().toDateString() ? time.format(date) : day.format(date);
}

/** A moment in full. */
export function longMoment(moment: string): string {
  return full.format(new Date(moment));
}

/** A code such as CONTACT_FORM as a person would write it. */
export function plainCode(code: string): string {
  const words = code.replaceAll('_', ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What to call a customer. */
export function customerName(
  customer: { readonly name: string | null; readonly email: string | null } | null,
): string {
  return customer?.name ?? customer?.email ?? 'Unknown customer';
}
