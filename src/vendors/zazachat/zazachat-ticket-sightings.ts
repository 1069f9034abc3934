import { LRUCache } from 'lru-cache';
import type { Conversation } from '../../contract/conversation.ts';
import type { Day } from '../../transport/time-zone.ts';

/**
 * Remembers the newest day on whose list each ticket was seen. A ticket comes back on every day on which it changed;
 * the lists of earlier days, cached for long, may still hold what it was before.
 */
export interface TicketSightings {
  note(day: Day, tickets: readonly Conversation[]): void;
  /** The newest day known; undefined for a ticket never seen. */
  newestDay(ticketId: string): Day | undefined;
}

/** Tickets remembered; of those beyond it, the list of the day asked for says all that is known. */
const most = 20_000;

/** Makes an empty memory. */
export function createTicketSightings(): TicketSightings {
  const days = new LRUCache<string, Day>({ max: most });
  return {
    note(day, tickets) {
      for (const { vendorId } of tickets) {
        if (day >= (days.peek(vendorId) ?? '')) days.set(vendorId, day);
      }
    },
    newestDay: (ticketId) => days.get(ticketId),
  };
}
