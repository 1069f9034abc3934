import type { CustomField } from '../../contract/custom-field.ts';
import type { FieldsClear, FieldsSet } from '../../contract/mutations/conversation-commands.ts';
import type { EntityChanged, MutationPlan } from '../../contract/mutations/mutation-plan.ts';
import { isNotFound } from '../../contract/vendor-error.ts';
import type { PathSegment } from '../../transport/path-segment.ts';
import type { SourceTransport, WriteCall } from '../../transport/source-transport.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { planSequence } from '../../vendor-kit/write-plan.ts';
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
  const deletions = codes.map((code) => deletion(owner, code));
  return planSequence(owner.transport, {
    steps:
      customfields === undefined
        ? deletions
        : [...deletions.map(unlessAbsent), addition(owner, customfields)],
    result: { key },
    soFar: (made, { kind }) => {
      const isUnknown = made.length === codes.length && kind === 'outcome-unknown';
      return gone(
        made,
        isUnknown ? 'and it is not known whether the new ones were set' : 'and no new ones were set',
      );
    },
  });
}

/** Takes the values of some codes away, or all values. */
export function planFieldsClear(owner: FieldOwner, { key, codes }: FieldsClear): MutationPlan<EntityChanged> {
  const wanted = codes ? [...new Set(codes)] : [undefined];
  return planSequence(owner.transport, {
    steps: wanted.map((code) => deletion(owner, code)),
    result: { key },
    soFar: (made) => gone(made, 'and nothing after the call that failed was tried'),
  });
}

/** The code whose values a call deleted; null = it deleted none. */
type Deleted = string | null;

function gone(made: readonly Deleted[], rest: string): string | undefined {
  const codes = made.filter((code) => code !== null);
  return codes.length === 0
    ? undefined
    : `the earlier values of ${codes.join(', ')} are deleted already, ${rest}`;
}

function addition(
  { settings, path, kind, invalidates }: FieldOwner,
  customfields: string,
): WriteCall<Deleted> {
  const call = changeCall(settings, {
    operation: `${kind}.fields.add`,
    method: 'POST',
    path: [...path, 'fields'],
    form: { customfields },
    invalidates,
  });
  return told(call, null);
}

/** The deletion where nothing has to be there: if it is the owner that is missing, the addition after it says so. */
function unlessAbsent(call: WriteCall<Deleted>): WriteCall<Deleted> {
  const parse: typeof call.parse = async (reply) => {
    try {
      return await call.parse(reply);
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  };
  return { ...call, parse };
}

/** Without a code all values are deleted. */
function deletion(
  { settings, path, kind, invalidates }: FieldOwner,
  code: string | undefined,
): WriteCall<Deleted> {
  const call = changeCall(settings, {
    operation: `${kind}.fields.delete`,
    method: 'DELETE',
    path: [...path, 'fields'],
    ...(code === undefined ? {} : { selector: { code } }),
    invalidates,
  });
  return told(call, code ?? null);
}

/** A call that tells what it deleted. */
function told(call: WriteCall<WireRecord>, deleted: Deleted): WriteCall<Deleted> {
  const parse = async (reply: UpstreamReply) => {
    await call.parse(reply);
    return deleted;
  };
  return { ...call, parse };
}
