import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { ConversationCriteria } from '../../contract/conversation-reader.ts';
import type { Conversation } from '../../contract/conversation.ts';
import {
  contains,
  type TimelineBatch,
  type TimelineRequest,
  type TimeWindow,
} from '../../contract/timeline.ts';
import { isNotFound, VendorError } from '../../contract/vendor-error.ts';
import { roundedWindow } from '../../vendor-kit/asked-window.ts';
import { answerOf } from '../../vendor-kit/combined-answer.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { asRequiredError } from '../../vendor-kit/required-error.ts';
import { sizeOf, toUnreadRows } from '../../vendor-kit/unread-rows.ts';
import type { LiveagentClient, ListQuery } from './liveagent-client.ts';
import {
  isWanted,
  namesThings,
  spansOf,
  toConversationQuery,
  type ConversationListCall,
} from './liveagent-conversation-query.ts';
import { margin } from './liveagent-date-span.ts';
import { badResponse, isUnknownCall } from './liveagent-errors.ts';
import type { ObservedOrder } from './liveagent-list-order.ts';
import type { ListPage } from './liveagent-long-list.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { firstLimit, spanEnd, toPosition, widthOfPosition } from './liveagent-walk-request.ts';
import { walkWindow, type WindowedList } from './liveagent-window-walk.ts';

/** Rows may look this much off because of a change of the clocks. */
const slack = 3 * 3_600_000;
/** A date before any conversation. */
const longAgo = '1971-01-01 00:00:00';
/** The id of no agent. */
const nobody = 'nobody';

/**
 * The list of an account's conversations. It remembers how the account behaves, which saves calls and changes no
 * answer.
 */
export class LiveagentConversationList {
  readonly #settings: LiveagentSettings;
  readonly #client: LiveagentClient;
  readonly #label: CallLabel;
  readonly #observed = new Map<string, ObservedOrder>();
  /** Whether this server swaps `datefrom` and `dateto`; null = no answer has shown it yet. */
  #swapped: boolean | null = null;
  /** Whether this server ignores `agent`; null = there was no reason to ask yet. */
  #ignoresAgents: boolean | null = null;

  constructor(settings: LiveagentSettings, client: LiveagentClient) {
    this.#settings = settings;
    this.#client = client;
    this.#label = { source: settings.name, operation: 'conversations.list' };
  }

  /** Rows of a window; `tagKeys` as in `isWanted`. */
  async read(
    request: TimelineRequest<ConversationCriteria>,
    tagKeys: ReadonlySet<string> | null,
    context: CallContext,
  ): Promise<Answer<TimelineBatch<Conversation>>> {
    const { filter: criteria, order, limit } = request;
    const memory = `${order.field} ${order.direction}`;
    const walk = await walkWindow(this.#windowed(request, context), {
      window: roundedWindow(request),
      order,
      limit: firstLimit(limit, isSelective(criteria)),
      width: widthOfPosition(request.position),
      observed: this.#observed.get(memory) ?? null,
      learn: (observed) => this.#observed.set(memory, observed),
    });
    const call = { criteria, field: order.field, window: request.window };
    const rows = [...new Map(walk.rows.map((row) => [row.key, row])).values()];
    const wanted = rows.filter((row) => isWanted(row, call, tagKeys));
    const batch = {
      rows: wanted,
      coveredTo: walk.coveredTo,
      position: toPosition(walk.width),
      unread: toUnreadRows(walk.unread, request.window, {
        ...this.#label,
        needed: 'an id, a readable date and columns of their documented types',
      }),
    };
    return answerOf(batch, walk.answers);
  }

  #windowed(
    { filter: criteria, order: { field } }: TimelineRequest<ConversationCriteria>,
    context: CallContext,
  ): WindowedList<Conversation> {
    return {
      ask: ({ from, to }, limit, place) => {
        const window = { from, to: spanEnd(to, field, Date.now()) };
        return this.#ask({ criteria, field, window, limit, place }, context);
      },
      times: ({ createdAt, updatedAt }) => ({ created: createdAt, updated: updatedAt ?? createdAt }),
      blur: (moment) => margin(moment, this.#settings.timeZone),
      unwalkable: (why) => badResponse(this.#label, 'a list that can be read span by span', why),
    };
  }

  async #ask(call: ConversationListCall, context: CallContext): Promise<Answer<ListPage<Conversation>>> {
    const swapped = this.#swapped ?? false;
    const answer = await this.#askOnce(call, swapped, context);
    const { created } = spansOf(call);
    if (created === undefined || !this.#isDoubtful(answer.value.rows, created)) return answer;
    this.#swapped = await this.#swapsDates(context);
    return (this.#swapped ?? false) === swapped ? answer : this.#askOnce(call, !swapped, context);
  }

  /** Whether an answer may come from a server that swaps the dates it was sent. */
  #isDoubtful(rows: readonly Conversation[], window: TimeWindow): boolean {
    if (rows.some(({ createdAt }) => contains(window, createdAt))) {
      this.#swapped ??= false;
      return false;
    }
    return this.#swapped === null || isAllOutside(rows, window);
  }

  /**
   * Both references word `datefrom` and `dateto` the wrong way round: a server that follows that wording has rows "up
   * to" a date long ago. Null where it refuses a list without an owner or a department, as the older reference says.
   */
  async #swapsDates(context: CallContext): Promise<boolean | null> {
    try {
      const answer = await this.#client.listConversations({ dateto: longAgo, limit: '1' }, context);
      return answer.value.rows.length > 0;
    } catch (error) {
      if (isUnknownCall(error)) return null;
      throw error;
    }
  }

  async #askOnce(
    call: ConversationListCall,
    swapped: boolean,
    context: CallContext,
  ): Promise<Answer<ListPage<Conversation>>> {
    try {
      const query = toConversationQuery(call, this.#settings.timeZone, swapped);
      const answer = await this.#client.listConversations(query, context);
      this.#requireColumns(call.criteria, answer.value.lacking);
      if (answer.value.lacking.includes('channel')) await this.#requireAgents(call, query, context);
      return answer;
    } catch (error) {
      // An owner, department or agent whom the vendor does not know has no conversations.
      if (isNotFound(error) && namesThings(call.criteria)) {
        return answerOf({ rows: [], unread: [], cursor: null }, []);
      }
      throw asRequiredError(error, this.#label, 'a list from LiveAgent');
    }
  }

  /** Rows without the column that is filtered by would all count as unwanted. */
  #requireColumns(criteria: ConversationCriteria, lacking: readonly (keyof ConversationCriteria)[]): void {
    const filter = lacking.find((name) => criteria[name] !== undefined);
    if (filter === undefined) return;
    throw this.#unsupportedFilter(filter, "this server's rows have no column for it");
  }

  /**
   * Servers whose rows lack newer columns may be too old for the parameter `agent`, and no row says who is in charge.
   */
  async #requireAgents(
    { criteria }: ConversationListCall,
    query: ListQuery,
    context: CallContext,
  ): Promise<void> {
    if (criteria.assigneeKey === undefined) return;
    this.#ignoresAgents ??= await this.#hasRowsOf({ ...query, agent: nobody, limit: '1' }, context);
    if (this.#ignoresAgents) throw this.#unsupportedFilter('assigneeId', 'this server does not know it');
  }

  async #hasRowsOf(query: ListQuery, context: CallContext): Promise<boolean> {
    try {
      return sizeOf((await this.#client.listConversations(query, context)).value) > 0;
    } catch (error) {
      if (isUnknownCall(error)) return false;
      throw error;
    }
  }

  #unsupportedFilter(filter: string, why: string): VendorError {
    const { source } = this.#label;
    const message = `source "${source}" cannot apply the filter ${filter} to this list: ${why}`;
    return new VendorError({ kind: 'unsupported-filter', message, ...this.#label });
  }
}

// Of the rows that come, few meet criteria that the vendor cannot apply: a big answer saves many small ones.
function isSelective({ tag, search, status, channel }: ConversationCriteria): boolean {
  const uncoded = status?.includes('UNKNOWN') === true || channel?.includes('OTHER') === true;
  return tag !== undefined || search !== undefined || uncoded;
}

function isAllOutside(rows: readonly Conversation[], { from, to }: TimeWindow): boolean {
  return (
    rows.length > 0 &&
    (rows.every((row) => row.createdAt < from - slack) || rows.every((row) => row.createdAt >= to + slack))
  );
}
