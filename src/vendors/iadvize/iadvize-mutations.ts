import type { Agent, AgentRole } from '../../contract/agent.ts';
import type { CallContext } from '../../contract/call-context.ts';
import { emailKey } from '../../contract/email-key.ts';
import type { MutationHandlers } from '../../contract/mutations/mutation-handlers.ts';
import type { EntityChanged, MutationPlan, Optional } from '../../contract/mutations/mutation-plan.ts';
import type { AgentCreate, AgentUpdate } from '../../contract/mutations/people-commands.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { mapPlan, planCall } from '../../transport/write-plan.ts';
import type { IadvizeClient } from './iadvize-client.ts';
import { operatorCall, type OperatorMethod, type OperatorParameters } from './iadvize-write-calls.ts';

/** What the changes of an account are made of. */
export interface IadvizeMutationOptions {
  /** Name of the source. */
  readonly source: string;
  readonly transport: SourceTransport;
  readonly client: Pick<IadvizeClient, 'getClientOperatorList'>;
}

/** The changes that API 1.7 knows: all of them concern operators. */
export function createIadvizeMutations(options: IadvizeMutationOptions) {
  const { source, transport } = options;
  const plan = (method: OperatorMethod, key: string, parameters: OperatorParameters) =>
    mapPlan(planCall(transport, operatorCall(source, method, parameters)), (): EntityChanged => ({ key }));
  return {
    agentCreate: (command) => planCreation(command, options),
    agentUpdate: (command) =>
      plan('editAccount', command.agentKey, { id: command.agentKey, ...toParameters(command, source) }),
    agentDelete: ({ agentKey }) => plan('deleteAccount', agentKey, { id: agentKey }),
    agentDisconnect: ({ agentKey }) => plan('disconnect', agentKey, named(agentKey)),
    agentAvailabilitySet: ({ agentKey, available }) =>
      plan(available ? 'setAvailable' : 'setUnavailable', agentKey, named(agentKey)),
    agentWebsiteLink: ({ agentKey, websiteKey }) =>
      plan('linkWebsite', agentKey, { opid: agentKey, sid: websiteKey }),
    agentWebsiteUnlink: ({ agentKey, websiteKey }) =>
      plan('unlinkWebsite', agentKey, { opid: agentKey, sid: websiteKey }),
  } satisfies Partial<MutationHandlers>;
}

/** The tables of the document write `opid`, its examples `opId`; PHP tells them apart and ignores what it does not know. */
function named(key: string): OperatorParameters {
  return { opid: key, opId: key };
}

const types: Readonly<Partial<Record<AgentRole, string>>> = {
  ADMINISTRATOR: 'admin',
  AGENT: 'operator',
  MANAGER: 'manager',
};
const mostChats = 6;

/** The answer to a creation tells no id: the new operator is looked for in the list. */
function planCreation(
  command: AgentCreate,
  { source, transport, client }: IadvizeMutationOptions,
): MutationPlan<EntityChanged> {
  const call = operatorCall(source, 'createAccount', {
    ...toParameters({ ...command, nickname: command.nickname ?? command.name }, source),
    type: toType(command.role, source),
  });
  return {
    preview: async () => [transport.describe(call)],
    async run(context) {
      await transport.write(call, context);
      return { key: await findNew(command, client, context) };
    },
  };
}

/** Null when the list cannot be had, or leaves open which operator it is: the creation itself went well. */
async function findNew(
  { email, name, nickname }: AgentCreate,
  client: IadvizeMutationOptions['client'],
  context: CallContext,
): Promise<string | null> {
  const isNew = (agent: Agent) =>
    agent.email == null
      ? agent.name === name && agent.nickname === (nickname ?? name)
      : emailKey(agent.email) === emailKey(email);
  try {
    const { value } = await client.getClientOperatorList({ ...context, bypassCache: true });
    const [found, ...others] = value.filter(isNew);
    return found && others.length === 0 ? found.key : null;
  } catch (error) {
    if (error instanceof VendorError) return null;
    throw error;
  }
}

function toParameters(command: Partial<Omit<AgentUpdate, 'agentKey'>>, source: string): OperatorParameters {
  const { name, email, password, nickname, maxChats, externalId } = command;
  if (maxChats != null && maxChats > mostChats) {
    throw refused(source, 'maxChats', `iAdvize lets an operator have 1 to ${mostChats} chats at once`);
  }
  return {
    name: name ?? undefined,
    email: email ?? undefined,
    password: password ?? undefined,
    pseudo: nickname ?? undefined,
    maxchat: maxChats == null ? undefined : String(maxChats),
    external_id: externalId ?? undefined,
  };
}

function toType(role: Optional<AgentRole>, source: string): string | undefined {
  if (role == null) return undefined;
  const type = types[role];
  if (type) return type;
  throw refused(source, 'role', `iAdvize knows ${Object.keys(types).join(', ')}, but not ${role}`);
}

function refused(source: string, field: string, message: string): VendorError {
  const operation = 'operator.account';
  return new VendorError({
    kind: 'invalid-input',
    message: `${field}: ${message}`,
    source,
    operation,
    field: [field],
  });
}
