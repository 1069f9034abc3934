import { dateOf } from './conversation-list.ts';
import type { DeskAnswer, DeskCall } from './test-desk.ts';

/** A customer of a made-up account; `created` in milliseconds, null = the column cannot be read. */
export interface RegisteredCustomer {
  readonly id: string;
  readonly created: number | null;
  readonly email?: string;
}

/** How an account gives out its customers. */
export interface RegisterBehaviour {
  readonly timeZone: string;
  /** Leaves the column of the date out. */
  readonly withoutDates?: boolean;
  /** Gives all customers whatever dates are asked for. */
  readonly ignoresDates?: boolean;
  /** Gives the same first rows whatever row is asked for. */
  readonly ignoresPlace?: boolean;
}

/** Answers GET customers in the order given; a span of dates has nobody without one, as in a database. */
export function answerCustomers(
  customers: readonly RegisteredCustomer[],
  { timeZone, withoutDates, ignoresDates, ignoresPlace }: RegisterBehaviour,
  { query }: DeskCall,
): DeskAnswer {
  const { datecreatedfrom: from, datecreatedto: to } = query;
  const text = ({ created }: RegisteredCustomer) =>
    created === null ? '0000-00-00 00:00:00' : dateOf(created, timeZone);
  const isAsked = (customer: RegisteredCustomer) =>
    ignoresDates === true ||
    (from === undefined && to === undefined) ||
    (customer.created !== null && text(customer) >= (from ?? '') && text(customer) <= (to ?? '9'));
  const begin = ignoresPlace === true ? 0 : Number(query.limitfrom ?? 0);
  const rows = customers.filter(isAsked).slice(begin, begin + Number(query.limitcount ?? 100));
  return {
    record: {
      customers: rows.map((customer) => ({
        contactid: customer.id,
        email: customer.email ?? `${customer.id}@example.org`,
        ...(withoutDates === true ? {} : { datecreated: text(customer) }),
      })),
    },
  };
}
