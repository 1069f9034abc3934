import type { ZodType } from 'zod';
import type { Answer, CallContext } from '../../contract/call-context.ts';
import type { CallsOverview, ChatsOverview } from '../../contract/live-overview.ts';
import type { Widget } from '../../contract/widget.ts';
import type { ReadRows } from '../../vendor-kit/unread-rows.ts';
import type { LiveagentRead } from './liveagent-client-read.ts';
import {
  toCallsOverview,
  toChatsOverview,
  toDepartmentState,
  toWidget,
  type DepartmentState,
} from './liveagent-mapping-live.ts';
import {
  callsOverviewSchema,
  chatsOverviewSchema,
  departmentStateSchema,
  widgetSchema,
} from './liveagent-wire-live.ts';

/** An overview's call: its path, the name of the list with its row, and what becomes of that row. */
interface OverviewCall<W, T> {
  readonly operation: string;
  readonly path: readonly string[];
  readonly listKey: string;
  readonly schema: ZodType<W>;
  readonly map: (wire: W) => T;
}

/**
 * The endpoints of what goes on at this moment and of widgets, one method each; errors as in `LiveagentClient`. The
 * references have little more than their titles. null = this server does not know the call.
 */
export class LiveagentLiveClient {
  readonly #read: LiveagentRead;

  constructor(read: LiveagentRead) {
    this.#read = read;
  }

  /** GET onlinestatus/departments */
  listDepartmentStates(context: CallContext): Promise<Answer<ReadRows<DepartmentState> | null>> {
    return this.#read<ReadRows<DepartmentState> | null>(
      {
        operation: 'onlinestatus.departments',
        path: ['onlinestatus', 'departments'],
        unknown: null,
        freshness: 'list',
        tags: ['departments', 'conversations'],
        priority: 'directory',
        map: (content) =>
          content.readable('departmentsOnlineStates', departmentStateSchema, ({ wire }) =>
            toDepartmentState(wire),
          ),
      },
      context,
    );
  }

  /** GET chats/overview */
  getChatsOverview(context: CallContext): Promise<Answer<ChatsOverview | null>> {
    const call = {
      operation: 'chats.overview',
      path: ['chats', 'overview'],
      listKey: 'chatsOverview',
      schema: chatsOverviewSchema,
      map: toChatsOverview,
    };
    return this.#overview(call, context);
  }

  /** GET calls/overview */
  getCallsOverview(context: CallContext): Promise<Answer<CallsOverview | null>> {
    const call = {
      operation: 'calls.overview',
      path: ['calls', 'overview'],
      listKey: 'callsOverview',
      schema: callsOverviewSchema,
      map: toCallsOverview,
    };
    return this.#overview(call, context);
  }

  /** GET widgets */
  listWidgets(context: CallContext): Promise<Answer<readonly Widget[] | null>> {
    return this.#read<readonly Widget[] | null>(
      {
        operation: 'widgets.list',
        path: ['widgets'],
        unknown: null,
        freshness: 'directory',
        tags: ['widgets'],
        priority: 'directory',
        map: (content) => content.rows('widgets', widgetSchema, ({ wire }) => toWidget(wire)),
      },
      context,
    );
  }

  #overview<W, T>(call: OverviewCall<W, T>, context: CallContext): Promise<Answer<T | null>> {
    const { operation, path, listKey, schema, map } = call;
    return this.#read<T | null>(
      {
        operation,
        path,
        unknown: null,
        freshness: 'list',
        tags: ['conversations'],
        priority: 'directory',
        map: async (content) => {
          const [row = null] = await content.rows(listKey, schema, ({ wire }) => map(wire), [0, 1]);
          return row;
        },
      },
      context,
    );
  }
}
