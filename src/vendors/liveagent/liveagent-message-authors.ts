import type { Agent } from '../../contract/agent.ts';
import type { CallContext } from '../../contract/call-context.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { orVendorError } from '../../vendor-kit/batch-entries.ts';
import { mayLackAgents, type LiveagentDirectoryClient } from './liveagent-client-directories.ts';
import { agentsByAnyId } from './liveagent-mapping-agent.ts';
import type { AgentsById, UnsignedMessage } from './liveagent-mapping-message.ts';

/** Finds the agents among the authors of messages. Made for one request, so that nobody is looked up twice in it. */
export class LiveagentMessageAuthors {
  readonly #directories: LiveagentDirectoryClient;
  readonly #context: CallContext;
  readonly #found = new Map<string, Promise<Agent | VendorError | null>>();
  #listed: Promise<{ readonly byId: AgentsById; readonly mayBeCut: boolean } | VendorError> | undefined;

  constructor(directories: LiveagentDirectoryClient, context: CallContext) {
    this.#directories = directories;
    this.#context = context;
  }

  /** Begins to read the list of agents. A failure is reported by `of`, to whoever waits for messages first. */
  begin(): void {
    this.#list().catch(() => {});
  }

  /**
   * The agents, as `signedMessages` wants them. A failure of the list is returned, not thrown: messages without
   * authors are better than none.
   */
  async of(unsigned: readonly UnsignedMessage[]): Promise<AgentsById | VendorError> {
    const listed = await this.#list();
    if (listed instanceof VendorError) return listed;
    if (!listed.mayBeCut) return listed.byId;
    const ids = unsigned.flatMap(({ message: { authorRole }, userId }) =>
      userId !== null && authorRole === 'UNKNOWN' && !listed.byId.has(userId) ? [userId] : [],
    );
    const found = await Promise.all([...new Set(ids)].map(async (id) => [id, await this.#one(id)] as const));
    const told = found.flatMap(([id, agent]) => (agent === null ? [] : [[id, agent] as const]));
    return new Map([...listed.byId, ...told]);
  }

  #list() {
    return (this.#listed ??= this.#readList());
  }

  async #readList() {
    const listed = await orVendorError(this.#directories.listAgents(this.#context));
    if (listed instanceof VendorError) return listed;
    return { byId: agentsByAnyId(listed.value), mayBeCut: mayLackAgents(listed) };
  }

  #one(id: string): Promise<Agent | VendorError | null> {
    const known = this.#found.get(id);
    if (known) return known;
    const asked = orVendorError(this.#directories.getAgent(id, this.#context).then(({ value }) => value));
    this.#found.set(id, asked);
    return asked;
  }
}
