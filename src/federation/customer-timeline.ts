import type { CustomerCriteria } from '../contract/customer-reader.ts';
import type { Customer } from '../contract/customer.ts';
import { emailKey } from '../contract/email-key.ts';
import type { Instant } from '../contract/instant.ts';
import type { TimelineKind } from './timeline-kind.ts';

/** A customer with the time that a list sorts by. */
export type ListedCustomer = Customer & { readonly createdAt: Instant };

/** Customers as rows of a list; they have a time of creation only. */
export const customerTimeline: TimelineKind<ListedCustomer, CustomerCriteria> = {
  type: 'Customer',
  timeOf: (row) => row.createdAt,
  criteria: {
    email: { argument: 'email', matches: (row, wanted) => emailKey(row.email ?? '') === wanted },
    search: {
      argument: 'search',
      matches: (row, wanted) => [nameOf(row), row.email].some((text) => text?.toLowerCase().includes(wanted)),
    },
  },
};

function nameOf({ name, firstName, lastName }: Customer): string {
  return name ?? [firstName, lastName].filter(Boolean).join(' ');
}
