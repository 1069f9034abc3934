import type { Answer, CallContext } from '../contract/call-context.ts';
import type { MutationPlan } from '../contract/mutations/mutation-plan.ts';
import { VendorError } from '../contract/vendor-error.ts';
import type { SourceTransport, WriteCall } from '../transport/source-transport.ts';

/** A change that takes one call. */
export function planCall<T>(transport: SourceTransport, call: WriteCall<T>): MutationPlan<T> {
  return {
    preview: async () => [transport.describe(call)],
    run: (context) => transport.write(call, context),
  };
}

/** A change that is made already: it takes no call. */
export function planNothing<T>(result: T): MutationPlan<T> {
  return { preview: async () => [], run: async () => result };
}

/** A change that takes several calls, one after the other. */
export interface CallSequence<T, Step> {
  readonly steps: readonly WriteCall<Step>[];
  /** What the change tells once all are made. */
  readonly result: T;
  /**
   * What has changed when only the first calls were made, with these results, as a sentence for callers; undefined =
   * nothing. `error` is the failure of the call after them.
   */
  readonly soFar: (made: readonly Step[], error: VendorError) => string | undefined;
}

/** Plans a change that takes several calls. A failure on the way says what has changed already. */
export function planSequence<T, Step>(
  transport: SourceTransport,
  { steps, result, soFar }: CallSequence<T, Step>,
): MutationPlan<T> {
  return {
    preview: async () => steps.map((step) => transport.describe(step)),
    async run(context) {
      const made: Step[] = [];
      for (const step of steps) {
        made.push(
          await transport.write(step, context).catch((error: unknown) => {
            throw error instanceof VendorError
              ? halfMade(error, made.length > 0 ? soFar(made, error) : undefined)
              : error;
          }),
        );
      }
      return result;
    },
  };
}

/** The failure of a change of which something is made already, as `soFar` tells. */
function halfMade(error: VendorError, soFar: string | undefined): VendorError {
  return soFar === undefined ? error : error.with({ message: `${error.message}; ${soFar}`, halfMade: true });
}

/** A change whose calls depend on what the vendor has: `plan` reads that, and changes nothing. */
export function planAfterRead<T>(plan: (context: CallContext) => Promise<MutationPlan<T>>): MutationPlan<T> {
  return {
    preview: async (context) => (await plan(context)).preview(context),
    run: async (context) => (await plan(context)).run(context),
  };
}

/** Reads what there is at this moment. Fails where only an earlier answer stands in for a failing vendor. */
export async function readNow<T>(
  read: (context: CallContext) => Promise<Answer<T>>,
  context: CallContext,
): Promise<T> {
  const { value, staleBecause } = await read({ ...context, bypassCache: true });
  if (staleBecause) throw staleBecause;
  return value;
}

/** Gives a plan's result another form. */
export function mapPlan<T, U>(plan: MutationPlan<T>, map: (result: T) => U): MutationPlan<U> {
  return {
    preview: (context) => plan.preview(context),
    run: async (context) => map(await plan.run(context)),
  };
}
