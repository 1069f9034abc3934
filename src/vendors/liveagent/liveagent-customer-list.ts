import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { CustomerCriteria } from '../../contract/customer-reader.ts';
import type { Customer } from '../../contract/customer.ts';
import type { TimelineBatch, TimelineReader, TimelineRequest, TimeWindow } from '../../contract/timeline.ts';
import { answerOf } from './liveagent-answers.ts';
import type { LiveagentClient, ListQuery } from './liveagent-client.ts';
import { margin, toDateSpan } from './liveagent-date-span.ts';
import { badResponse, isNotFound } from './liveagent-errors.ts';
import type { ObservedOrder } from './liveagent-list-order.ts';
import { comparableEmail } from './liveagent-mapping-values.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { firstLimit, openEnd, roundedWindow, toPosition, widthOfPosition } from './liveagent-walk-request.ts';
import { walkWindow, type ListPage, type ListPlace, type WindowedList } from './liveagent-window-walk.ts';

/** A customer with a place in a list. */
type DatedCustomer = Customer & { readonly createdAt: number };

/** Lists an account's customers by the time their record was made. */
export class LiveagentCustomerList implements TimelineReader<DatedCustomer, CustomerCriteria> {
  readonly filters = { email: 'vendor', search: 'gateway' } as const;
  readonly #settings: LiveagentSettings;
  readonly #client: LiveagentClient;
  readonly #observed = new Map<string, ObservedOrder>();

  constructor(settings: LiveagentSettings, client: LiveagentClient) {
    this.#settings = settings;
    this.#client = client;
  }

  async list(
    request: TimelineRequest<CustomerCriteria>,
    context: CallContext,
  ): Promise<Answer<TimelineBatch<DatedCustomer>>> {
    const { filter, order, limit, window } = request;
    const walk = await walkWindow(this.#windowed(filter, context), {
      window: roundedWindow(request),
      order,
      limit: firstLimit(limit, filter.search !== undefined),
      width: widthOfPosition(request.position),
      observed: this.#observed.get(order.direction) ?? null,
      learn: (observed) => this.#observed.set(order.direction, observed),
    });
    const rows = walk.rows.filter(
      ({ createdAt, email }) =>
        createdAt >= window.from &&
        createdAt < window.to &&
        (filter.email === undefined || comparableEmail(email ?? '') === filter.email),
    );
    return answerOf({ rows, coveredTo: walk.coveredTo, position: toPosition(walk.width) }, walk.answers);
  }

  #windowed(criteria: CustomerCriteria, context: CallContext): WindowedList<DatedCustomer> {
    return {
      ask: ({ from, to }, limit, place) => {
        const window = { from, to: openEnd(to, 'CREATED_AT', Date.now()) };
        return this.#ask(this.#query(criteria, window, limit, place), context);
      },
      times: ({ createdAt }) => ({ created: createdAt, updated: null }),
      blur: (moment) => margin(moment, this.#settings.timeZone),
      unwalkable: (why) => this.#unexpected('a list that can be read span by span', why),
    };
  }

  async #ask(query: ListQuery, context: CallContext): Promise<Answer<ListPage<DatedCustomer>>> {
    try {
      const answer = await this.#client.listCustomers(query, context);
      return { ...answer, value: { rows: answer.value.map((row) => this.#dated(row)), cursor: null } };
    } catch (error) {
      if (!isNotFound(error)) throw error;
      throw this.#unexpected('a list', 'the answer that there is no such thing');
    }
  }

  #query(criteria: CustomerCriteria, window: TimeWindow, limit: number, place: ListPlace | null): ListQuery {
    const { from, to } = toDateSpan(window, this.#settings.timeZone);
    return {
      email: criteria.email,
      datecreatedfrom: from ?? undefined,
      datecreatedto: to ?? undefined,
      limitcount: String(limit),
      limitfrom: place ? String(place.offset) : undefined,
    };
  }

  #dated(row: Customer): DatedCustomer {
    if (row.createdAt == null) throw this.#unexpected('a readable date on every customer', 'one without');
    return { ...row, createdAt: row.createdAt };
  }

  #unexpected(expected: string, got: string): Error {
    return badResponse({ source: this.#settings.name, operation: 'customers.list' }, expected, got);
  }
}
