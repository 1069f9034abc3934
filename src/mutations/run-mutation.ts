import type { CallContext } from '../contract/call-context.ts';
import type { HelpdeskSource, SourceRegistry } from '../contract/helpdesk-source.ts';
import type { CommandOf, MutationName, ResultOf } from '../contract/mutations/mutation-handlers.ts';
import type { MutationPlan, Optional, PlannedCall } from '../contract/mutations/mutation-plan.ts';
import type { OutcomeStore } from '../contract/mutations/outcome-store.ts';
import { VendorError } from '../contract/vendor-error.ts';
import { fingerprintOf, outcomeKey } from './fingerprint.ts';
import { InputReader } from './input-reader.ts';
import { once } from './once.ts';
import { RequestRefused } from './request-refused.ts';
import { userErrorIn, type UserError } from './user-error.ts';

/** Who asks for a change, and what exists for them. */
export interface MutationCaller {
  /** Name of the client; null = anonymous. */
  readonly name: string | null;
  readonly access: 'read' | 'write';
  readonly sources: SourceRegistry;
  readonly call: CallContext;
  readonly outcomes: OutcomeStore;
  /** Longest time that one request may take, in milliseconds. */
  readonly requestTimeoutMs: number;
}

/** What every input has. */
export interface MutationInput {
  readonly clientMutationId?: Optional<string>;
  readonly dryRun?: Optional<boolean>;
}

/** A change that is asked for. */
export interface MutationRequest<Name extends MutationName, Done> {
  readonly name: Name;
  readonly input: MutationInput;
  /** Makes the command out of the input. */
  readonly read: (reader: InputReader) => CommandOf<Name>;
  /** Makes of the result what is to be known of the change, also when it is asked for again. Never fails. */
  readonly toDone: (source: HelpdeskSource, result: ResultOf<Name>) => Promise<Done>;
}

/** What became of a change. */
export interface MutationOutcome<Done> {
  /** null = the source does not exist. */
  readonly source: HelpdeskSource | null;
  readonly userErrors: readonly UserError[];
  /** Set by a dry run alone. */
  readonly plannedCalls: readonly PlannedCall[] | null;
  /** null = nothing was changed. */
  readonly done: Done | null;
}

/** So long after the longest time of a request, whoever has not recorded how a change ended never will. */
const graceMilliseconds = 3000;
const longestId = 255;

/** Checks a change and makes it; or, for a dry run, tells how it would be made; or tells how it ended before. */
export async function runMutation<Name extends MutationName, Done>(
  request: MutationRequest<Name, Done>,
  caller: MutationCaller,
): Promise<MutationOutcome<Done>> {
  const { name, input } = request;
  if (caller.access !== 'write') {
    throw new RequestRefused('FORBIDDEN', 'this client may read only, and this is a mutation');
  }
  const id = checkedId(input);
  const reader = new InputReader(caller.sources);
  const command = request.read(reader);
  const source = reader.chosen;
  if (!source) return unchanged(source, reader.errors);
  const handler = source.mutations?.[name];
  if (!handler) throw unsupported(source, name);
  if (reader.errors.length > 0) return unchanged(source, reader.errors);
  try {
    // The handler of a mutation takes that mutation's command, which the compiler cannot see through the union.
    const plan = (handler as (command: CommandOf<Name>) => MutationPlan<ResultOf<Name>>)(command);
    if (input.dryRun === true) {
      return { ...unchanged(source, []), plannedCalls: await plan.preview(caller.call) };
    }
    const change = () => made(plan, source, request, caller);
    const ended = id === null ? await change() : await once(change, onceOptions(id, source, request, caller));
    return { source, plannedCalls: null, ...ended };
  } catch (error) {
    const userError = userErrorIn(error);
    if (userError) return unchanged(source, [userError]);
    throw error;
  }
}

/** Makes the change. A refusal by the vendor is an outcome like any other. */
async function made<Name extends MutationName, Done>(
  plan: MutationPlan<ResultOf<Name>>,
  source: HelpdeskSource,
  { toDone }: MutationRequest<Name, Done>,
  { call }: MutationCaller,
): Promise<Pick<MutationOutcome<Done>, 'done' | 'userErrors'>> {
  let result: ResultOf<Name>;
  try {
    result = await plan.run(call);
  } catch (error) {
    const userError = userErrorIn(error);
    if (userError) return { done: null, userErrors: [userError] };
    throw error;
  }
  return { done: await toDone(source, result), userErrors: [] };
}

function onceOptions<Name extends MutationName, Done>(
  clientMutationId: string,
  source: HelpdeskSource,
  { name, input }: MutationRequest<Name, Done>,
  caller: MutationCaller,
) {
  const { clientMutationId: _id, dryRun: _dryRun, ...rest } = input;
  return {
    store: caller.outcomes,
    key: outcomeKey(caller.name, name, clientMutationId),
    fingerprint: fingerprintOf(rest),
    source: source.name,
    mutation: name,
    deadline: caller.call.deadline,
    abandonedAfterMs: caller.requestTimeoutMs + graceMilliseconds,
  };
}

function checkedId({ clientMutationId }: MutationInput): string | null {
  if (clientMutationId == null) return null;
  if (clientMutationId !== '' && clientMutationId.length <= longestId) return clientMutationId;
  const text = `clientMutationId: expected 1 to ${longestId} characters, but got ${clientMutationId.length}`;
  throw new RequestRefused('BAD_USER_INPUT', text);
}

function unchanged(source: HelpdeskSource | null, userErrors: readonly UserError[]) {
  return { source, userErrors, plannedCalls: null, done: null };
}

function unsupported(source: HelpdeskSource, name: MutationName): VendorError {
  const message = `source "${source.name}" has no way to do ${name}`;
  return new VendorError({ kind: 'unsupported', message, source: source.name, operation: name });
}
