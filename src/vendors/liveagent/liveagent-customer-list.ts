import { emailKey } from '../../contract/email-key.ts';
import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { CustomerCriteria, ListedCustomer } from '../../contract/customer-reader.ts';
import type { Customer } from '../../contract/customer.ts';
import {
  contains,
  type TimelineBatch,
  type TimelineReader,
  type TimelineRequest,
  type TimeWindow,
  type UnreadRows,
} from '../../contract/timeline.ts';
import { roundedWindow } from '../../vendor-kit/asked-window.ts';
import { answerOf } from '../../vendor-kit/combined-answer.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { asRequiredError } from '../../vendor-kit/required-error.ts';
import { toUnreadRows, type UnreadRow } from '../../vendor-kit/unread-rows.ts';
import type { LiveagentClient, ListQuery } from './liveagent-client.ts';
import { margin, toDateSpan } from './liveagent-date-span.ts';
import { badResponse } from './liveagent-errors.ts';
import type { ObservedOrder } from './liveagent-list-order.ts';
import { isFull, mostRows, readOn, type ListPage, type ListPlace } from './liveagent-long-list.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { firstLimit, spanEnd, toPosition, widthOfPosition } from './liveagent-walk-request.ts';
import { walkWindow, type WindowedList } from './liveagent-window-walk.ts';

type Request = TimelineRequest<CustomerCriteria>;
type Batch = Answer<TimelineBatch<ListedCustomer>>;
type Page = Answer<ListPage<ListedCustomer>>;

/** The first moment that counts as a date: customers without a time count as 0. */
const firstDated = 1;
/** Rows may look this much outside of the span that was asked for. */
const slack = 2000;
const allTime: TimeWindow = { from: -Infinity, to: Infinity };

/**
 * Lists an account's customers by the time their record was made. Those whose time cannot be read are in no span of
 * dates, so the whole list is read for them, after all others. It is also read where spans are of no help.
 */
export class LiveagentCustomerList implements TimelineReader<ListedCustomer, CustomerCriteria> {
  readonly filters = { email: 'vendor', search: 'gateway', created: 'vendor' } as const;
  readonly #settings: LiveagentSettings;
  readonly #client: LiveagentClient;
  readonly #label: CallLabel;
  readonly #observed = new Map<string, ObservedOrder>();

  constructor(settings: LiveagentSettings, client: LiveagentClient) {
    this.#settings = settings;
    this.#client = client;
    this.#label = { source: settings.name, operation: 'customers.list' };
  }

  async list(request: Request, context: CallContext): Promise<Batch> {
    const { order, window } = request;
    const onlyUndated = window.to <= firstDated;
    const undatedFirst = order.direction === 'ASC' && window.from < firstDated;
    if (onlyUndated || undatedFirst) return this.#whole(request, context);
    try {
      return await this.#bySpans(request, context);
    } catch (error) {
      if (error instanceof SpansOfNoHelp) return this.#whole(request, context);
      throw error;
    }
  }

  async #bySpans(request: Request, context: CallContext): Promise<Batch> {
    const { filter, order, limit, window } = request;
    const seen = { all: false };
    const walk = await walkWindow(this.#windowed(filter, seen, context), {
      window: roundedWindow(request),
      order,
      limit: firstLimit(limit, filter.search !== undefined),
      width: widthOfPosition(request.position),
      observed: this.#observed.get(order.direction) ?? null,
      learn: (observed) => this.#observed.set(order.direction, observed),
    });
    const rows = seen.all ? walk.rows : walk.rows.filter(({ createdAt }) => createdAt !== null);
    const undatedFollow = walk.coveredTo === null && !seen.all && window.from < firstDated;
    const coveredTo = undatedFollow ? firstDated : walk.coveredTo;
    return answerOf(
      {
        rows: wantedOf(rows, request),
        coveredTo,
        position: toPosition(walk.width),
        unread: this.#unread(walk.unread, window),
      },
      walk.answers,
    );
  }

  async #whole(request: Request, context: CallContext): Promise<Batch> {
    const answers: Page[] = [];
    const ask = async (place: ListPlace | null) => {
      const answer = await this.#ask(this.#query(request.filter, allTime, mostRows, place), context);
      answers.push(answer);
      return answer.value;
    };
    const list = await readOn(await ask(null), ask);
    if (list === null)
      throw this.#unexpected('a list that comes to an end', 'one that repeats itself or goes on');
    const unread = this.#unread(list.unread, request.window);
    return answerOf({ rows: wantedOf(list.rows, request), coveredTo: null, position: null, unread }, answers);
  }

  #unread(unread: readonly UnreadRow[], window: TimeWindow): UnreadRows | undefined {
    return toUnreadRows(unread, window, {
      ...this.#label,
      needed: 'an id or address and columns of their documented types',
    });
  }

  /** Notes in `seen` whether an answer had all customers; throws `SpansOfNoHelp` where dates are of no use. */
  #windowed(
    criteria: CustomerCriteria,
    seen: { all: boolean },
    context: CallContext,
  ): WindowedList<ListedCustomer> {
    const { timeZone } = this.#settings;
    return {
      ask: async ({ from, to }, limit, place) => {
        const window = { from, to: spanEnd(to, 'CREATED_AT', Date.now()) };
        const query = this.#query(criteria, window, limit, place);
        const answer = await this.#ask(query, context);
        if (place !== null) return answer;
        if (!isFull(answer.value, limit)) {
          seen.all ||= query.datecreatedfrom === undefined && query.datecreatedto === undefined;
        } else if (limit === mostRows) {
          const wider = {
            from: from - margin(from, timeZone) - slack,
            to: to + margin(to, timeZone) + slack,
          };
          const told = answer.value.rows.flatMap(({ createdAt }) => createdAt ?? []);
          if (!told.some((time) => contains(wider, time))) throw new SpansOfNoHelp();
        }
        return answer;
      },
      times: ({ createdAt }) => (createdAt === null ? null : { created: createdAt, updated: null }),
      blur: (moment) => margin(moment, timeZone),
      unwalkable: (why) => this.#unexpected('a list that can be read span by span', why),
    };
  }

  async #ask(query: ListQuery, context: CallContext): Promise<Page> {
    try {
      const answer = await this.#client.listCustomers(query, context);
      const { rows, unread } = answer.value;
      return { ...answer, value: { rows: rows.map(toListed), unread, cursor: null } };
    } catch (error) {
      throw asRequiredError(error, this.#label, 'a list from LiveAgent');
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

  #unexpected(expected: string, got: string): Error {
    return badResponse(this.#label, expected, got);
  }
}

/** As many rows as an answer can have, and none of them in the span: the server sends no dates, or heeds none. */
class SpansOfNoHelp extends Error {}

// Zeros may come as the first moment there is, in whatever zone.
function toListed(row: Customer): ListedCustomer {
  const { createdAt } = row;
  return { ...row, createdAt: createdAt != null && createdAt >= firstDated ? createdAt : null };
}

/** Contacts that share an address are one customer, who has a time if one of them has. */
function wantedOf(rows: readonly ListedCustomer[], { window, filter }: Request): readonly ListedCustomer[] {
  const dated = new Set(rows.flatMap(({ key, createdAt }) => (createdAt === null ? [] : [key])));
  return rows.filter(
    ({ key, createdAt, email }) =>
      contains(window, createdAt ?? 0) &&
      (createdAt !== null || !dated.has(key)) &&
      (filter.email === undefined || emailKey(email ?? '') === filter.email),
  );
}
