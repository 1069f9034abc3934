import type { Agent } from '../../contract/agent.ts';
import type { CallContext } from '../../contract/call-context.ts';
import { emailKey } from '../../contract/email-key.ts';
import type { EntityChanged } from '../../contract/mutations/mutation-plan.ts';
import type { AgentCreate } from '../../contract/mutations/people-commands.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { orVendorError } from '../../vendor-kit/batch-entries.ts';
import { readNow } from '../../vendor-kit/write-plan.ts';
import type { IadvizeClient } from './iadvize-client.ts';

/** What is given of a new operator. */
export type OperatorGiven = Pick<AgentCreate, 'email' | 'name' | 'nickname'>;

/** Where new operators are looked for. */
export interface OperatorList {
  /** Name of the source. */
  readonly source: string;
  readonly client: Pick<IadvizeClient, 'getClientOperatorList'>;
}

/**
 * Makes an operator and finds out which one it is, as the answer to a creation gives no id: the one that fits and was
 * not in the list before. The key is null when none fits, or several do.
 */
export async function createAndFind(
  given: OperatorGiven,
  create: () => Promise<void>,
  list: OperatorList,
  context: CallContext,
): Promise<EntityChanged> {
  const before = await operatorsNow(list, halfOf(context));
  await create();
  if (before instanceof VendorError) return notRead(before);
  const after = await operatorsAfter(list, context);
  if (after instanceof VendorError) return notRead(after);
  const known = new Set(before.map(({ key }) => key));
  const [found, ...others] = after.filter((agent) => !known.has(agent.key) && isAsGiven(agent, given));
  return { key: found && others.length === 0 ? found.key : null };
}

function isAsGiven(agent: Agent, { email, name, nickname }: OperatorGiven): boolean {
  return agent.email == null
    ? agent.name === name && agent.nickname === (nickname ?? name)
    : emailKey(agent.email) === emailKey(email);
}

function operatorsNow(
  { client }: OperatorList,
  context: CallContext,
): Promise<readonly Agent[] | VendorError> {
  return orVendorError(readNow((within) => client.getClientOperatorList(within), context));
}

/** After a creation, nothing may look as if none had been made, not even a request that was given up meanwhile. */
async function operatorsAfter(
  list: OperatorList,
  context: CallContext,
): Promise<readonly Agent[] | VendorError> {
  try {
    return await operatorsNow(list, context);
  } catch (error) {
    if (!context.signal.aborted) throw error;
    const message = 'the request was over before the new operator was looked for';
    return new VendorError({ kind: 'timeout', message, source: list.source, operation: 'agents.list' });
  }
}

/** A list that does not come must leave enough time for the creation. */
function halfOf(context: CallContext): CallContext {
  const now = Date.now();
  return { ...context, deadline: now + (context.deadline - now) / 2 };
}

function notRead({ kind, message, source, operation, status, retryAfterMs }: VendorError): EntityChanged {
  return { key: null, notRead: { kind, message, source, operation, status, retryAfterMs } };
}
