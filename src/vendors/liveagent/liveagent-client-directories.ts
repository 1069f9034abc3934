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
  agentStateWire,
  agentWire,
  departmentAgentWire,
  departmentWire,
  labelWire,
  type LabelWire,
} from './liveagent-wire.ts';

/** A directory's call: where, under which tag, and what becomes of each record. */
interface DirectoryCall<W, T> {
  readonly operation: string;
  readonly path: readonly PathSegment[];
  readonly tag: string;
  readonly wire: ZodType<W>;
  readonly map: (wire: W) => T;
}

const rowsOfCutList = 10;

/**
 * Whether there may be agents whom the list lacks. Some versions list ten online states at most: exactly as many may be
 * all, or the first of more.
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
    const map = (wire: Parameters<typeof toListedAgent>[0]) => toListedAgent(wire, this.#url);
    const path = ['onlinestatus', 'agents'];
    const call = { operation: 'onlinestatus.agents', path, tag: 'agents', wire: agentStateWire, map };
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
        map: (content) => toAgent(content.one(agentWire).wire),
      },
      context,
    );
  }

  /** GET departments */
  listDepartments(context: CallContext) {
    const path = ['departments'];
    const call = {
      operation: 'departments.list',
      path,
      tag: 'departments',
      wire: departmentWire,
      map: toDepartment,
    };
    return this.#list('departments', call, context);
  }

  /** GET departments/[departmentid] */
  getDepartment(key: string, context: CallContext) {
    const path = ['departments', { id: key }];
    const call = {
      operation: 'departments.get',
      path,
      tag: 'departments',
      wire: departmentWire,
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
        map: (content) => content.rows('agents', departmentAgentWire, ({ wire }) => toDepartmentAgent(wire)),
      },
      context,
    );
  }

  /** GET tags */
  listTags(context: CallContext) {
    const call = { operation: 'tags.list', path: ['tags'], tag: 'tags', wire: labelWire, map: listed(toTag) };
    return this.#list('tags', call, context);
  }

  /** GET tags/[tagid] */
  getTag(key: string, context: CallContext) {
    const path = ['tags', { id: key }];
    return this.#one(
      { operation: 'tags.get', path, tag: 'tags', wire: labelWire, map: single(toTag) },
      context,
    );
  }

  /** GET customersgroups */
  listCustomerGroups(context: CallContext) {
    const path = ['customersgroups'];
    const map = listed(toCustomerGroup);
    const call = { operation: 'customersgroups.list', path, tag: 'customerGroups', wire: labelWire, map };
    return this.#list('groups', call, context);
  }

  /** GET customersgroups/[groupid] */
  getCustomerGroup(key: string, context: CallContext) {
    const path = ['customersgroups', { id: key }];
    const map = single(toCustomerGroup);
    const call = { operation: 'customersgroups.get', path, tag: 'customerGroups', wire: labelWire, map };
    return this.#one(call, context);
  }

  #list<W, T>(listKey: string, call: DirectoryCall<W, T>, context: CallContext): Promise<DirectoryAnswer<T>> {
    const { operation, path, tag, wire: schema, map } = call;
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

  #one<W, T>({ wire, map, tag, ...call }: DirectoryCall<W, T>, context: CallContext): Promise<Answer<T>> {
    return this.#read(
      {
        ...call,
        tags: [tag],
        freshness: 'directory',
        priority: 'bulk',
        map: (content) => map(content.one(wire).wire),
      },
      context,
    );
  }
}

function listed<T>(map: (wire: LabelWire, complete: boolean) => T): (wire: LabelWire) => T {
  return (wire) => map(wire, false);
}

function single<T>(map: (wire: LabelWire, complete: boolean) => T): (wire: LabelWire) => T {
  return (wire) => map(wire, true);
}
