import type { AgentRole } from '../../contract/agent.ts';
import type { MutationHandlers } from '../../contract/mutations/mutation-handlers.ts';
import type { EntityChanged, MutationPlan, Optional } from '../../contract/mutations/mutation-plan.ts';
import type { AgentCreate, AgentUpdate } from '../../contract/mutations/people-commands.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { mapPlan, planCall } from '../../vendor-kit/write-plan.ts';
import { refusedInput } from '../../vendor-kit/refused-input.ts';
import { createAndFind, type OperatorList } from './iadvize-new-operator.ts';
import { operatorCall, type OperatorMethod, type OperatorParameters } from './iadvize-write-calls.ts';

/** What it takes to make changes. */
export interface IadvizeMutationOptions extends OperatorList {
  readonly transport: SourceTransport;
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
    agentDisconnect: ({ agentKey }) => plan('disconnect', agentKey, underBothNames(agentKey)),
    agentAvailabilitySet: ({ agentKey, available }) =>
      plan(available ? 'setAvailable' : 'setUnavailable', agentKey, underBothNames(agentKey)),
    agentWebsiteLink: ({ agentKey, websiteKey }) =>
      plan('linkWebsite', agentKey, { opid: agentKey, sid: websiteKey }),
    agentWebsiteUnlink: ({ agentKey, websiteKey }) =>
      plan('unlinkWebsite', agentKey, { opid: agentKey, sid: websiteKey }),
  } satisfies Partial<MutationHandlers>;
}

/** The tables of the document write `opid`, its examples `opId`; PHP tells them apart and ignores what it does not know. */
function underBothNames(key: string): OperatorParameters {
  return { opid: key, opId: key };
}

const types: Readonly<Partial<Record<AgentRole, string>>> = {
  ADMINISTRATOR: 'admin',
  AGENT: 'operator',
  MANAGER: 'manager',
};
const mostChats = 6;

function planCreation(command: AgentCreate, options: IadvizeMutationOptions): MutationPlan<EntityChanged> {
  const { source, transport } = options;
  const call = operatorCall(source, 'createAccount', {
    ...toParameters({ ...command, nickname: command.nickname ?? command.name }, source),
    type: toType(command.role, source),
  });
  return {
    preview: async () => [transport.describe(call)],
    run: (context) => createAndFind(command, () => transport.write(call, context), options, context),
  };
}

function toParameters(command: Partial<Omit<AgentUpdate, 'agentKey'>>, source: string): OperatorParameters {
  const { name, email, password, nickname, maxChats, externalId } = command;
  if (maxChats != null && maxChats > mostChats) {
    throw refusedInput(source, 'maxChats', `iAdvize lets an operator have 1 to ${mostChats} chats at once`);
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
  throw refusedInput(source, 'role', `iAdvize knows ${Object.keys(types).join(', ')}, but not ${role}`);
}
