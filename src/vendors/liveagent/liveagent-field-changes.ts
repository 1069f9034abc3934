import type { CustomField } from '../../contract/custom-field.ts';
import type { FieldsClear, FieldsSet } from '../../contract/mutations/conversation-commands.ts';
import type { EntityChanged, MutationPlan } from '../../contract/mutations/mutation-plan.ts';
import { isNotFound, VendorError } from '../../contract/vendor-error.ts';
import type { PathSegment } from '../../transport/path-segment.ts';
import type { SourceTransport, WriteCall } from '../../transport/source-transport.ts';
import { planCall, planSequence } from '../../vendor-kit/write-plan.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import type { WireRecord } from './liveagent-wire-values.ts';
import { changeCall } from './liveagent-write-calls.ts';

/** Whose custom fields are changed. */
export interface FieldOwner {
  readonly settings: LiveagentSettings;
  readonly transport: SourceTransport;
  /** Segments in front of `fields`. */
  readonly path: readonly PathSegment[];
  /** `conversations` or `customers`, for the operation's name. */
  readonly kind: string;
  readonly invalidates: readonly string[];
}

/** Custom fields as the parameter `customfields` takes them; undefined when none has a value. */
export function customFieldsText(fields: readonly CustomField[]): string | undefined {
  const given = fields.filter(({ value }) => value !== null).map(({ code, value }) => ({ code, value }));
  return given.length === 0 ? undefined : JSON.stringify(given);
}

/** Adding a code again would give it a second value, so the old values go first, and then the new ones come. */
export function planFieldsSet(owner: FieldOwner, { key, fields }: FieldsSet): MutationPlan<EntityChanged> {
  const codes = [...new Set(fields.map(({ code }) => code))];
  const customfields = customFieldsText(fields);
  const steps = codes.map((code) => deletion(owner, code));
  const deletions = planSequence(owner.transport, {
    steps: customfields === undefined ? steps : steps.map(unlessAbsent),
    result: { key },
    soFar: (done) => gone(codes.slice(0, done), 'and no new ones were set'),
  });
  if (customfields === undefined) return deletions;
  const adding = planCall(owner.transport, addition(owner, customfields));
  return {
    preview: async (context) => [...(await deletions.preview(context)), ...(await adding.preview(context))],
    async run(context) {
      const changed = await deletions.run(context);
      await adding.run(context).catch((error: unknown) => {
        throw error instanceof VendorError ? withoutValues(error, codes) : error;
      });
      return changed;
    },
  };
}

/** Takes the values of some codes away, or all values. */
export function planFieldsClear(owner: FieldOwner, { key, codes }: FieldsClear): MutationPlan<EntityChanged> {
  const wanted = codes ? [...new Set(codes)] : [undefined];
  return planSequence(owner.transport, {
    steps: wanted.map((code) => deletion(owner, code)),
    result: { key },
    soFar: (done) => gone((codes ?? []).slice(0, done), 'and nothing after the call that failed was tried'),
  });
}

function gone(codes: readonly string[], rest: string): string {
  return `the earlier values of ${codes.join(', ')} are deleted already, ${rest}`;
}

/** The failure to add values after the earlier ones were deleted. */
function withoutValues(error: VendorError, codes: readonly string[]): VendorError {
  const rest =
    error.kind === 'outcome-unknown'
      ? 'and it is not known whether the new ones were set'
      : 'and no new ones were set';
  return error.with({ message: `${error.message}; ${gone(codes, rest)}`, halfMade: true });
}

function addition({ settings, path, kind, invalidates }: FieldOwner, customfields: string) {
  return changeCall(settings, {
    operation: `${kind}.fields.add`,
    method: 'POST',
    path: [...path, 'fields'],
    form: { customfields },
    invalidates,
  });
}

/** The deletion where nothing has to be there: if it is the owner that is missing, the addition after it says so. */
function unlessAbsent(call: WriteCall<WireRecord>): WriteCall<WireRecord> {
  const parse: typeof call.parse = async (reply) => {
    try {
      return await call.parse(reply);
    } catch (error) {
      if (isNotFound(error)) return {};
      throw error;
    }
  };
  return { ...call, parse };
}

/** Without a code all values are deleted. */
function deletion({ settings, path, kind, invalidates }: FieldOwner, code: string | undefined) {
  return changeCall(settings, {
    operation: `${kind}.fields.delete`,
    method: 'DELETE',
    path: [...path, 'fields'],
    ...(code === undefined ? {} : { selector: { code } }),
    invalidates,
  });
}
