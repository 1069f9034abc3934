import type {
  ConversationFieldsClearInput,
  ConversationFieldsSetInput,
  ConversationTagAddInput,
  MutationResolvers,
} from '../../generated/schema-types.ts';
import type { InputReader } from '../../mutations/input-reader.ts';
import { changedEntity, type KeyedMutation } from './changed-entity.ts';
import { checkedCodes, checkedFields } from './custom-field-input.ts';
import type { MutationInput } from '../../mutations/run-mutation.ts';
import type { ReadInput } from './mutate.ts';
import { removedEntity } from './removed-entity.ts';

function changed<Name extends KeyedMutation, Input extends MutationInput>(
  name: Name,
  read: ReadInput<Name, Input>,
) {
  return changedEntity({ name, type: 'Conversation', field: 'conversation', read });
}

const keyOf = (reader: InputReader, id: string) => reader.key(id, 'conversationId', 'Conversation');

function readTag(input: ConversationTagAddInput, reader: InputReader) {
  const { tagId, tagName } = input;
  reader.demand((tagId == null) !== (tagName == null), 'expected exactly one of tagId and tagName');
  return {
    conversationKey: keyOf(reader, input.conversationId),
    tagKey: reader.optionalKey(tagId, 'tagId', 'Tag'),
    tagName: reader.optionalText(tagName, 'tagName')?.trim(),
  };
}

const readFields = (input: ConversationFieldsSetInput, reader: InputReader) => ({
  key: keyOf(reader, input.conversationId),
  fields: checkedFields(input.fields, reader),
});

const readCodes = (input: ConversationFieldsClearInput, reader: InputReader) => ({
  key: keyOf(reader, input.conversationId),
  codes: checkedCodes(input.codes, reader),
});

export const conversationMutations: Pick<
  MutationResolvers,
  | 'conversationCreate'
  | 'conversationDelete'
  | 'conversationFieldsClear'
  | 'conversationFieldsSet'
  | 'conversationStatusChange'
  | 'conversationTagAdd'
  | 'conversationTagRemove'
  | 'conversationTransfer'
> = {
  conversationCreate: changed('conversationCreate', (input, reader) => {
    const { source, departmentId, agentId, clientMutationId: _id, dryRun: _dryRun, ...rest } = input;
    reader.source(source);
    return {
      ...rest,
      subject: reader.text(input.subject, 'subject'),
      message: reader.text(input.message, 'message'),
      customerEmail: reader.email(input.customerEmail, 'customerEmail'),
      customerName: reader.optionalText(input.customerName, 'customerName'),
      sourceUrl: reader.optionalText(input.sourceUrl, 'sourceUrl'),
      mailMessageId: reader.optionalText(input.mailMessageId, 'mailMessageId'),
      departmentKey: reader.optionalKey(departmentId, 'departmentId', 'Department'),
      agentKey: reader.optionalKey(agentId, 'agentId', 'Agent'),
      cc: input.cc?.map((address) => reader.email(address, 'cc')),
      fields: input.fields && input.fields.length > 0 ? checkedFields(input.fields, reader) : null,
    };
  }),
  conversationTransfer: changed('conversationTransfer', (input, reader) => {
    const { conversationId, toAgentId, toDepartmentId, byAgentId, message } = input;
    const hasTarget = toAgentId != null || toDepartmentId != null;
    reader.demand(hasTarget, 'expected one of the targets toAgentId and toDepartmentId');
    return {
      conversationKey: keyOf(reader, conversationId),
      toAgentKey: reader.optionalKey(toAgentId, 'toAgentId', 'Agent'),
      toDepartmentKey: reader.optionalKey(toDepartmentId, 'toDepartmentId', 'Department'),
      byAgentKey: reader.optionalKey(byAgentId, 'byAgentId', 'Agent'),
      message: reader.optionalText(message, 'message'),
    };
  }),
  conversationStatusChange: changed('conversationStatusChange', (input, reader) => ({
    conversationKey: keyOf(reader, input.conversationId),
    status: input.status,
    agentKey: reader.optionalKey(input.agentId, 'agentId', 'Agent'),
    note: reader.optionalText(input.note, 'note'),
  })),
  conversationDelete: removedEntity({
    name: 'conversationDelete',
    idOf: ({ conversationId }) => conversationId,
    read: (input, reader) => ({
      conversationKey: keyOf(reader, input.conversationId),
      agentKey: reader.optionalKey(input.agentId, 'agentId', 'Agent'),
      note: reader.optionalText(input.note, 'note'),
    }),
  }),
  conversationTagAdd: changed('conversationTagAdd', readTag),
  conversationTagRemove: changed('conversationTagRemove', readTag),
  conversationFieldsSet: changed('conversationFieldsSet', readFields),
  conversationFieldsClear: changed('conversationFieldsClear', readCodes),
};
