import type { WireEvent } from './livechat-wire.ts';

/** What happened in a ticket, as one English sentence, for events that carry no text of their own. */
export function eventSentence(event: WireEvent): string {
  const by = event.author ? (event.author.name ?? event.author.id) : null;
  const byWhom = by ? ` by ${by}` : '';
  switch (event.type) {
    case 'assignee_changed': {
      const to = event.to?.name ?? event.to?.id;
      return to ? `Assigned to ${to}${byWhom}.` : `Unassigned${byWhom}.`;
    }
    case 'status_changed':
      return `Status changed${event.previous ? ` from ${event.previous}` : ''}${event.current ? ` to ${event.current}` : ''}${byWhom}.`;
    case 'rated':
      return event.current ? `Rated ${event.current}${byWhom}.` : `Rated${byWhom}.`;
    case 'rating_offer_sent':
      return 'The customer was asked for a rating.';
    case 'follow_up_sent':
      return 'A follow-up was sent to the customer.';
    default:
      return event.message || `Event ${event.type || 'without a type'}${byWhom}.`;
  }
}
