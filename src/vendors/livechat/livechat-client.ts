import type { Agent } from '../../contract/agent.ts';
import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { Conversation } from '../../contract/conversation.ts';
import type { Customer } from '../../contract/customer.ts';
import type { DirectoryAnswer } from '../../contract/directory-reader.ts';
import type { Department, Tag } from '../../contract/directory.ts';
import { isNotFound } from '../../contract/vendor-error.ts';
import { segmentText, type PathSegment } from '../../transport/path-segment.ts';
import { asRequiredError } from '../../vendor-kit/required-error.ts';
import type { ReadCall, SourceTransport } from '../../transport/source-transport.ts';
import type { Parameters } from '../../transport/upstream-request.ts';
import { taggedWith } from '../../vendor-kit/tagged-with.ts';
import { toDirectoryAnswer, type ReadRows } from '../../vendor-kit/unread-rows.ts';
import { validated } from '../../vendor-kit/unexpected-form.ts';
import {
  toRows,
  toTicket,
  toTicketPage,
  type AnswerSetting,
  type ListSetting,
  type TicketPage,
} from './livechat-answers.ts';
import { successfulJson } from './livechat-errors.ts';
import { toAgent, toDepartment, toTag } from './livechat-mapping-directory.ts';
import { toInstant } from './livechat-mapping-instant.ts';
import { agentsNamedIn, naming } from './livechat-named-agents.ts';
import type { TicketQuery } from './livechat-ticket-query.ts';
import { agentSchema, groupSchema, tagSchema } from './livechat-wire.ts';

/** States in which a ticket seldom changes. */
export const closedStatuses: ReadonlySet<Conversation['status']> = new Set(['RESOLVED', 'SPAM']);

/** One GET: what is asked, and what becomes of the answer's JSON. */
interface Get<T> extends Omit<ReadCall<T>, 'identity' | 'parse' | 'request'> {
  readonly path: readonly PathSegment[];
  readonly query?: Parameters;
  readonly map: (body: unknown, setting: AnswerSetting & ListSetting) => T | Promise<T>;
}

/** Tag of the news that there is no ticket with an id, which a new ticket may get. */
export const absentConversations = 'absentConversations';

/**
 * Reads from LiveChat, one method for each endpoint; answers are validated and mapped before they are cached.
 * https://platform.text.com/docs/management/configuration-api/v2.0/
 */
export class LivechatClient {
  readonly #transport: SourceTransport;
  readonly #source: string;
  /** Origin of the account, for relative URLs. */
  readonly baseUrl: string;

  constructor(transport: SourceTransport, settings: { readonly name: string; readonly url: string }) {
    this.#transport = transport;
    this.#source = settings.name;
    this.baseUrl = new URL(settings.url).origin;
  }

  /** GET /tickets: 25 rows a page, pages from 1, by the time of the last change. */
  listTickets(query: TicketQuery, page: number, context: CallContext): Promise<Answer<TicketPage>> {
    const list: Get<TicketPage> = {
      operation: 'conversations.list',
      path: ['tickets'],
      query: { ...query, page: String(page) },
      map: toTicketPage,
      freshness: 'list',
      tags: ['conversations'],
      priority: 'list',
    };
    return this.#list(list, context);
  }

  /** GET /tickets of one requester: the newest of them has all that is known of the customer; null = there is none. */
  findCustomer(email: string, context: CallContext): Promise<Answer<Customer | null>> {
    const list: Get<Customer | null> = {
      operation: 'customers.get',
      path: ['tickets'],
      query: { order: 'desc', 'requester[mail]': email, page: '1' },
      map: (body, setting) =>
        toTicketPage(body, setting)
          .rows.toSorted((one, other) => other.createdAt - one.createdAt)
          .find(({ customer }) => customer?.key === email)?.customer ?? null,
      freshness: 'conversation',
      tags: ['customers', `customer:${email}`],
      priority: 'bulk',
    };
    return this.#list(list, context);
  }

  /** GET /tickets/{id}: null when there is no such ticket. */
  getTicket(id: string, revision: string | null, context: CallContext): Promise<Answer<Conversation | null>> {
    const get: Get<Conversation | null> = {
      operation: 'conversations.get',
      path: ['tickets', { id }],
      map: (body, setting) => {
        const ticket = toTicket(body, setting);
        return ticket?.key.toUpperCase() === id.toUpperCase() ? ticket : null;
      },
      freshness: (ticket) =>
        ticket && closedStatuses.has(ticket.status) ? 'closedConversation' : 'conversation',
      // LiveChat takes an id in upper and lower case; changes name the ticket by the id in its record.
      tags: (ticket) => [
        ...[...new Set([id, ticket?.key ?? id])].map((key) => `conversation:${key}`),
        ...(ticket?.tags ?? []).map(({ key }) => taggedWith(key)),
        ...(ticket ? agentsNamedIn(ticket).map(naming) : [absentConversations]),
      ],
      revision,
      revisedAt: toInstant,
      priority: 'bulk',
    };
    return this.#getOrNull(get, context);
  }

  /** GET /agents: everyone, without groups and chat limits. */
  listAgents(context: CallContext): Promise<DirectoryAnswer<Agent>> {
    const list: Get<ReadRows<Agent>> = {
      operation: 'agents.list',
      path: ['agents'],
      map: (body, setting) =>
        toRows(body, agentSchema, 'agent', (agent) => toAgent(agent, this.baseUrl), setting),
      freshness: 'directory',
      tags: ['agents'],
      priority: 'directory',
    };
    return this.#directory(list, 'a login', context);
  }

  /** GET /agents/{login}: one with chat limit and, as documented, groups; null when there is no such agent. */
  getAgent(login: string, context: CallContext): Promise<Answer<Agent | null>> {
    const get: Get<Agent | null> = {
      operation: 'agents.get',
      path: ['agents', { id: login }],
      map: (body, { label }) => {
        const agent = toAgent(validated(agentSchema, body, 'an agent', label), this.baseUrl);
        const { availability } = agent;
        return {
          ...agent,
          availability: availability && { ...availability, maxChats: availability.maxChats ?? null },
        };
      },
      freshness: 'directory',
      tags: ['agents', `agent:${login}`],
      priority: 'bulk',
    };
    return this.#getOrNull(get, context);
  }

  /** GET /groups: all of them, with the logins of their agents, except for the group of all agents. */
  listGroups(context: CallContext): Promise<DirectoryAnswer<Department>> {
    const list: Get<ReadRows<Department>> = {
      operation: 'departments.list',
      path: ['groups'],
      map: (body, setting) => toRows(body, groupSchema, 'group', toDepartment, setting),
      freshness: 'directory',
      tags: ['departments'],
      priority: 'directory',
    };
    return this.#directory(list, 'an id', context);
  }

  /** GET /tags. */
  listTags(context: CallContext): Promise<DirectoryAnswer<Tag>> {
    const list: Get<ReadRows<Tag>> = {
      operation: 'tags.list',
      path: ['tags'],
      map: (body, setting) => toRows(body, tagSchema, 'tag', ({ name }) => toTag(name), setting),
      freshness: 'directory',
      tags: ['tags'],
      priority: 'directory',
    };
    return this.#directory(list, 'a name', context);
  }

  /** GET /tags: the groups that have a tag of a name; 0 is the group of all agents. */
  listGroupsOfTag(name: string, context: CallContext): Promise<Answer<readonly string[]>> {
    const list: Get<readonly string[]> = {
      operation: 'tags.groups',
      path: ['tags'],
      map: async (body, setting) => {
        const { rows: groups } = await toRows(
          body,
          tagSchema,
          'tag',
          (tag) => (tag.name === name ? [tag.group ?? '0'] : []),
          setting,
        );
        return [...new Set(groups.flat())];
      },
      freshness: 'directory',
      tags: ['tags'],
      priority: 'directory',
    };
    return this.#list(list, context);
  }

  async #directory<T>(
    get: Get<ReadRows<T>>,
    needed: string,
    context: CallContext,
  ): Promise<DirectoryAnswer<T>> {
    const reason = { source: this.#source, operation: get.operation, needed };
    return toDirectoryAnswer(await this.#list(get, context), reason);
  }

  #list<T>(get: Get<T>, context: CallContext): Promise<Answer<T>> {
    return this.#read(get, context, (error, label) => {
      throw asRequiredError(error, label, 'a list from LiveChat');
    });
  }

  async #getOrNull<T>(get: Get<T | null>, context: CallContext): Promise<Answer<T | null>> {
    // Without an id, the path would be that of the list.
    if (get.path.some((segment) => segmentText(segment) === ''))
      return { value: null, fetchedAt: Date.now() };
    return this.#read(get, context, (error) => {
      if (isNotFound(error)) return null;
      throw error;
    });
  }

  #read<T>(
    { path, query = {}, map, ...call }: Get<T>,
    context: CallContext,
    onFailure: (error: unknown, label: AnswerSetting['label']) => T,
  ): Promise<Answer<T>> {
    const label = { source: this.#source, operation: call.operation };
    return this.#transport.read<T>(
      {
        ...call,
        identity: [path, query],
        request: { method: 'GET', path, query },
        parse: async (reply) => {
          try {
            return await map(successfulJson(reply, label), {
              baseUrl: this.baseUrl,
              fetchedAt: reply.fetchedAt,
              label,
              each: (rows, toRow) => reply.each(rows, toRow),
            });
          } catch (error) {
            return onFailure(error, label);
          }
        },
      },
      context,
    );
  }
}
