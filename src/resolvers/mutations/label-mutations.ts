import type { InputMaybe, MutationResolvers, TagCreateInput } from '../../generated/schema-types.ts';
import type { InputReader } from '../../mutations/input-reader.ts';
import { changedEntity } from './changed-entity.ts';
import { removedEntity } from './removed-entity.ts';

const tag = { type: 'Tag', field: 'tag' } as const;
const customerGroup = { type: 'CustomerGroup', field: 'customerGroup' } as const;

interface LabelChange {
  readonly name?: InputMaybe<string>;
  readonly color?: InputMaybe<string>;
  readonly backgroundColor?: InputMaybe<string>;
}

/** Vendors write colours without the sharp sign. */
const colour = /^#?(?<digits>[0-9a-f]{6})$/i;

function coloursOf({ color, backgroundColor }: LabelChange, reader: InputReader) {
  const read = (value: InputMaybe<string> | undefined, field: string) => {
    if (value == null) return undefined;
    const digits = colour.exec(value.trim())?.groups?.['digits'];
    reader.check(digits !== undefined, field, 'expected six hexadecimal digits, such as FF8800');
    return digits;
  };
  return { color: read(color, 'color'), backgroundColor: read(backgroundColor, 'backgroundColor') };
}

function readNew(input: TagCreateInput, reader: InputReader) {
  reader.source(input.source);
  return { name: reader.text(input.name, 'name').trim(), ...coloursOf(input, reader) };
}

function readChange(input: LabelChange, key: string, reader: InputReader) {
  const isGiven = [input.name, input.color, input.backgroundColor].some((value) => value != null);
  reader.demand(isGiven, 'expected at least one of name, color and backgroundColor');
  return { key, name: reader.optionalText(input.name, 'name')?.trim(), ...coloursOf(input, reader) };
}

export const labelMutations: Pick<
  MutationResolvers,
  | 'customerGroupCreate'
  | 'customerGroupDelete'
  | 'customerGroupUpdate'
  | 'tagCreate'
  | 'tagDelete'
  | 'tagUpdate'
> = {
  tagCreate: changedEntity({ ...tag, name: 'tagCreate', read: readNew }),
  tagUpdate: changedEntity({
    ...tag,
    name: 'tagUpdate',
    read: (input, reader) => readChange(input, reader.key(input.tagId, 'tagId', 'Tag'), reader),
  }),
  tagDelete: removedEntity({
    name: 'tagDelete',
    idOf: ({ tagId }) => tagId,
    read: (input, reader) => ({ key: reader.key(input.tagId, 'tagId', 'Tag') }),
  }),
  customerGroupCreate: changedEntity({ ...customerGroup, name: 'customerGroupCreate', read: readNew }),
  customerGroupUpdate: changedEntity({
    ...customerGroup,
    name: 'customerGroupUpdate',
    read: (input, reader) =>
      readChange(input, reader.key(input.customerGroupId, 'customerGroupId', 'CustomerGroup'), reader),
  }),
  customerGroupDelete: removedEntity({
    name: 'customerGroupDelete',
    idOf: ({ customerGroupId }) => customerGroupId,
    read: (input, reader) => ({
      key: reader.key(input.customerGroupId, 'customerGroupId', 'CustomerGroup'),
    }),
  }),
};
