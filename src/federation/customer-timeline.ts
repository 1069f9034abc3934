import type { CustomerCriteria, ListedCustomer } from '../contract/customer-reader.ts';
import type { Customer } from '../contract/customer.ts';
import { emailKey } from '../contract/email-key.ts';
import { searchKey } from '../contract/search-key.ts';
import { contains } from '../contract/timeline.ts';
import type { TimelineKind } from './timeline-kind.ts';

/** Customers as rows of a list; they have a time of creation only. */
export const customerTimeline: TimelineKind<ListedCustomer, CustomerCriteria> = {
  type: 'Customer',
  timeOf: ({ createdAt }) => createdAt ?? 0,
  criteria: {
    email: { argument: 'email', matches: (row, wanted) => emailKey(row.email ?? '') === wanted },
    search: {
      argument: 'search',
      matches: (row, wanted) =>
        [nameOf(row), row.email].some((text) => text != null && searchKey(text).includes(wanted)),
    },
    created: {
      argument: 'createdAfter or createdBefore',
      matches: (row, wanted) => contains(wanted, row.createdAt ?? 0),
    },
  },
};

function nameOf({ name, firstName, lastName }: Customer): string {
  return name ?? [firstName, lastName].filter(Boolean).join(' ');
}
