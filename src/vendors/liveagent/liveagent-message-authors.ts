import type { Agent } from '../../contract/agent.ts';
import type { CallContext } from '../../contract/call-context.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { orVendorError } from '../../transport/batch-entries.ts';
import { mayLackAgents, type LiveagentDirectoryClient } from './liveagent-client-directories.ts';
import type { AgentsById, UnsignedMessage } from './liveagent-mapping-message.ts';

/** Tells the agents among the authors of messages; for one request, so that nobody is looked up twice. */
export class LiveagentMessageAuthors {
  readonly #directories: LiveagentDirectoryClient;
  readonly #context: CallContext;
  readonly #found = new Map<string, Promise<Agent | VendorError | null>>();
  #listed: Promise<{ readonly byId: AgentsById; readonly mayBeCut: boolean } | VendorError> | undefined;

  constructor(directories: LiveagentDirectoryClient, context: CallContext) {
    this.#directories = directories;
    this.#context = context;
  }

  /** Begins to read the list of agents. Whoever waits for messages first learns of its failure from `of`. */
  begin(): void {
    this.#list().catch(() => {});
  }

  /** As `signedMessages` wants them; a failure of the list is handed on: messages without their authors are better than none. */
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
    const byId = new Map(
      listed.value.flatMap(({ agent, contactId }) =>
        [agent.key, contactId].flatMap((id) => (id === null ? [] : [[id, agent] as const])),
      ),
    );
    return { byId, mayBeCut: mayLackAgents(listed) };
  }

  #one(id: string): Promise<Agent | VendorError | null> {
    const known = this.#found.get(id);
    if (known) return known;
    const asked = orVendorError(this.#directories.getAgent(id, this.#context).then(({ value }) => value));
    this.#found.set(id, asked);
    return asked;
  }
}
