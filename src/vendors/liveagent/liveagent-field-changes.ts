import type { CustomField } from '../../contract/conversation.ts';
import type { FieldsClear, FieldsSet } from '../../contract/mutations/conversation-commands.ts';
import type { EntityChanged, MutationPlan } from '../../contract/mutations/mutation-plan.ts';
import type { PathSegment } from '../../transport/path-segment.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { planSequence } from '../../transport/write-plan.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
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

/** Custom fields as the parameter `customfields` has them. */
export function customFieldsText(fields: readonly CustomField[]): string | undefined {
  const given = fields.filter(({ value }) => value !== null).map(({ code, value }) => ({ code, value }));
  return given.length === 0 ? undefined : JSON.stringify(given);
}

/** Adding a code again gives it a second value: the old ones go first, then the new ones come. */
export function planFieldsSet(owner: FieldOwner, { key, fields }: FieldsSet): MutationPlan<EntityChanged> {
  const codes = [...new Set(fields.map(({ code }) => code))];
  const customfields = customFieldsText(fields);
  const added = customfields === undefined ? [] : [addition(owner, customfields)];
  return planSequence(owner.transport, {
    steps: [...codes.map((code) => deletion(owner, code)), ...added],
    result: { key },
    soFar: (done) => gone(codes.slice(0, done), 'and no new ones were set'),
  });
}

/** Takes the values of some codes away, or all values. */
export function planFieldsClear(owner: FieldOwner, { key, codes }: FieldsClear): MutationPlan<EntityChanged> {
  const wanted = codes ? [...new Set(codes)] : [undefined];
  return planSequence(owner.transport, {
    steps: wanted.map((code) => deletion(owner, code)),
    result: { key },
    soFar: (done) => gone((codes ?? []).slice(0, done), 'and the others stay'),
  });
}

function gone(codes: readonly string[], rest: string): string {
  return `the earlier values of ${codes.join(', ')} are deleted already, ${rest}`;
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
