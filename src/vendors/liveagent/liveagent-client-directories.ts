import type { ZodType } from 'zod';
import type { Agent } from '../../contract/agent.ts';
import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { DirectoryAnswer } from '../../contract/directory-reader.ts';
import type { PathSegment } from '../../transport/path-segment.ts';
import { directoryOf } from './liveagent-answers.ts';
import type { LiveagentRead } from './liveagent-client-read.ts';
import { toAgent, toDepartmentAgent, toListedAgent } from './liveagent-mapping-agent.ts';
import { toCustomerGroup, toDepartment, toTag } from './liveagent-mapping-directory.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import {
  agentStateSchema,
  agentSchema,
  departmentAgentSchema,
  departmentSchema,
  labelSchema,
  type WireAgentState,
  type WireLabel,
} from './liveagent-wire.ts';

/** A directory's call: its path, its tag in the cache, and what becomes of each record. */
interface DirectoryCall<W, T> {
  readonly operation: string;
  readonly path: readonly PathSegment[];
  readonly tag: string;
  readonly schema: ZodType<W>;
  readonly map: (wire: W) => T;
}

const rowsOfCutList = 10;

/**
 * Whether there may be agents whom the list lacks. Some versions list at most ten online states, so exactly ten may
 * be all of them, or the first of more.
 */
export function mayLackAgents({ value, cutBecause }: DirectoryAnswer<unknown>): boolean {
  return value.length === rowsOfCutList || cutBecause != null;
}

/** The endpoints of agents, departments, tags and customer groups, one method each; errors as in `LiveagentClient`. */
export class LiveagentDirectoryClient {
  readonly #read: LiveagentRead;
  readonly #source: string;
  readonly #url: string;

  constructor(settings: LiveagentSettings, read: LiveagentRead) {
    this.#read = read;
    this.#source = settings.name;
    this.#url = settings.url;
  }

  /** GET onlinestatus/agents: the only list of all agents there is. */
  listAgents(context: CallContext) {
    const call = {
      operation: 'onlinestatus.agents',
      path: ['onlinestatus', 'agents'],
      tag: 'agents',
      schema: agentStateSchema,
      map: (wire: WireAgentState) => toListedAgent(wire, this.#url),
    };
    return this.#list('agentsOnlineStates', call, context);
  }

  /** GET agents/[agentidentifier]: a user id or an e-mail address; null = there is no such agent. */
  getAgent(identifier: string, context: CallContext): Promise<Answer<Agent | null>> {
    return this.#read<Agent | null>(
      {
        operation: 'agents.get',
        path: ['agents', { id: identifier }],
        absent: null,
        tags: ['agents'],
        freshness: 'directory',
        priority: 'bulk',
        map: (content) => toAgent(content.one(agentSchema).wire),
      },
      context,
    );
  }

  /** GET departments */
  listDepartments(context: CallContext) {
    const call = {
      operation: 'departments.list',
      path: ['departments'],
      tag: 'departments',
      schema: departmentSchema,
      map: toDepartment,
    };
    return this.#list('departments', call, context);
  }

  /** GET departments/[departmentid] */
  getDepartment(key: string, context: CallContext) {
    const call = {
      operation: 'departments.get',
      path: ['departments', { id: key }],
      tag: 'departments',
      schema: departmentSchema,
      map: toDepartment,
    };
    return this.#one(call, context);
  }

  /** GET departments/[departmentid]/agents */
  listDepartmentAgents(key: string, context: CallContext) {
    return this.#read(
      {
        operation: 'departments.agents.list',
        path: ['departments', { id: key }, 'agents'],
        tags: ['departments'],
        freshness: 'directory',
        priority: 'directory',
        map: (content) =>
          content.rows('agents', departmentAgentSchema, ({ wire }) => toDepartmentAgent(wire)),
      },
      context,
    );
  }

  /** GET tags */
  listTags(context: CallContext) {
    const call = {
      operation: 'tags.list',
      path: ['tags'],
      tag: 'tags',
      schema: labelSchema,
      map: (wire: WireLabel) => toTag(wire, false),
    };
    return this.#list('tags', call, context);
  }

  /** GET tags/[tagid] */
  getTag(key: string, context: CallContext) {
    const call = {
      operation: 'tags.get',
      path: ['tags', { id: key }],
      tag: 'tags',
      schema: labelSchema,
      map: (wire: WireLabel) => toTag(wire, true),
    };
    return this.#one(call, context);
  }

  /** GET customersgroups */
  listCustomerGroups(context: CallContext) {
    const call = {
      operation: 'customersgroups.list',
      path: ['customersgroups'],
      tag: 'customerGroups',
      schema: labelSchema,
      map: (wire: WireLabel) => toCustomerGroup(wire, false),
    };
    return this.#list('groups', call, context);
  }

  /** GET customersgroups/[groupid] */
  getCustomerGroup(key: string, context: CallContext) {
    const call = {
      operation: 'customersgroups.get',
      path: ['customersgroups', { id: key }],
      tag: 'customerGroups',
      schema: labelSchema,
      map: (wire: WireLabel) => toCustomerGroup(wire, true),
    };
    return this.#one(call, context);
  }

  #list<W, T>(listKey: string, call: DirectoryCall<W, T>, context: CallContext): Promise<DirectoryAnswer<T>> {
    const { operation, path, tag, schema, map } = call;
    const list = this.#read(
      {
        operation,
        path,
        required: true,
        tags: [tag],
        freshness: 'directory',
        priority: 'directory',
        map: (content) => content.readable(listKey, schema, ({ wire }) => map(wire)),
      },
      context,
    );
    return directoryOf(list, { source: this.#source, operation });
  }

  #one<W, T>({ schema, map, tag, ...call }: DirectoryCall<W, T>, context: CallContext): Promise<Answer<T>> {
    return this.#read(
      {
        ...call,
        tags: [tag],
        freshness: 'directory',
        priority: 'bulk',
        map: (content) => map(content.one(schema).wire),
      },
      context,
    );
  }
}
