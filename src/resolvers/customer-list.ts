import type { CustomerCriteria, CustomerReader } from '../contract/customer-reader.ts';
import type { Customer } from '../contract/customer.ts';
import { emailKey } from '../contract/email-key.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import { searchKey } from '../contract/search-key.ts';
import type { TimelineReader } from '../contract/timeline.ts';
import { customerTimeline } from '../federation/customer-timeline.ts';
import { mergeTimelines } from '../federation/timeline-merge.ts';
import type { QueryCustomersArgs } from '../generated/schema-types.ts';
import { sourcesNamed } from './address.ts';
import type { GatewayContext } from './context.ts';
import { filterText } from './filter-text.ts';
import type { CustomerConnectionModel } from './models.ts';
import { pageTerms } from './page-terms.ts';
import { spanOf } from './time-span.ts';
import { toRootConnection } from './to-connection.ts';

/** Resolves `Query.customers`. */
export async function customersConnection(
  listArguments: Partial<QueryCustomersArgs>,
  context: GatewayContext,
): Promise<CustomerConnectionModel> {
  const { filter } = listArguments;
  const sources = sourcesNamed(filter?.sources, context);
  const criteria: CustomerCriteria = {
    email: filterText('email', filter?.email, emailKey),
    search: filterText('search', filter?.search, searchKey),
  };
  const page = await mergeTimelines({
    listName: 'customers',
    kind: customerTimeline,
    sources: sources.map((source) => ({ source, reader: readerFor(source, criteria), criteria })),
    order: { field: 'CREATED_AT', direction: 'DESC' },
    window: spanOf('created', filter?.createdAfter, filter?.createdBefore, context.now, 'any'),
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
  return email !== undefined && findByEmail ? readerByEmail(findByEmail, email) : customers?.timeline;
}

function readerByEmail(
  findByEmail: NonNullable<CustomerReader['findByEmail']>,
  email: string,
): TimelineReader<Customer, CustomerCriteria> {
  return {
    filters: { email: 'vendor', search: 'gateway' },
    async list(_request, context) {
      const { value: rows, ...answer } = await findByEmail(email, context);
      return { ...answer, value: { rows, coveredTo: null, position: null } };
    },
  };
}
