import type { CustomerCriteria, CustomerReader } from '../contract/customer-reader.ts';
import type { Customer } from '../contract/customer.ts';
import { emailKey } from '../contract/email-key.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import { searchKey } from '../contract/search-key.ts';
import type { FilterSupport, TimelineReader } from '../contract/timeline.ts';
import { customerTimeline } from '../federation/customer-timeline.ts';
import { isGiven, timeSpan } from '../federation/time-span.ts';
import { mergeTimelines } from '../federation/timeline-merge.ts';
import type { QueryCustomersArgs } from '../generated/schema-types.ts';
import { sourcesNamed } from './address.ts';
import type { GatewayContext } from './context.ts';
import { filterText } from './filter-text.ts';
import type { CustomerConnectionModel } from './models.ts';
import { pageTerms } from './page-terms.ts';
import { givenSpan } from './time-span.ts';
import { toRootConnection } from './to-connection.ts';

/** Resolves `Query.customers`. */
export async function customersConnection(
  listArguments: Partial<QueryCustomersArgs>,
  context: GatewayContext,
): Promise<CustomerConnectionModel> {
  const { filter } = listArguments;
  const sources = sourcesNamed(filter?.sources, context);
  const created = givenSpan('created', filter?.createdAfter, filter?.createdBefore);
  const window = timeSpan(created, context.now, 'any');
  const criteria: CustomerCriteria = {
    email: filterText('email', filter?.email, emailKey),
    search: filterText('search', filter?.search, searchKey),
    created: isGiven(created) ? window : undefined,
  };
  const page = await mergeTimelines({
    listName: 'customers',
    kind: customerTimeline,
    sources: sources.map((source) => ({ source, reader: readerFor(source, criteria), criteria })),
    order: { field: 'CREATED_AT', direction: 'DESC' },
    window,
    identity: { filter, sources: sources.map(({ name }) => name) },
    ...pageTerms(listArguments, context),
  });
  return toRootConnection('Customer', page);
}

/** A source that cannot list its customers may still find those of one address. */
function readerFor(
  { customers }: HelpdeskSource,
  { email }: CustomerCriteria,
): TimelineReader<Customer, CustomerCriteria> | undefined {
  const findByEmail = customers?.findByEmail?.bind(customers);
  if (email === undefined || !findByEmail) return customers?.timeline;
  // Where no customers can be listed, all that is known of them stands in conversations: they have no time of creation.
  return readerByEmail(findByEmail, email, customers?.timeline ? 'gateway' : 'unsupported');
}

function readerByEmail(
  findByEmail: NonNullable<CustomerReader['findByEmail']>,
  email: string,
  created: FilterSupport,
): TimelineReader<Customer, CustomerCriteria> {
  return {
    filters: { email: 'vendor', search: 'gateway', created },
    async list(_request, context) {
      const { value: rows, ...answer } = await findByEmail(email, context);
      return { ...answer, value: { rows, coveredTo: null, position: null } };
    },
  };
}
