import type { MutationResolvers } from '../../generated/schema-types.ts';
import { changedEntity } from './changed-entity.ts';
import { checkedFields } from './custom-field-input.ts';

const conversation = { type: 'Conversation', field: 'conversation' } as const;

/** No vendor tells the id of what was added, so the payloads' `message` is null. */
export const messageMutations: Pick<
  MutationResolvers,
  'conversationCreate' | 'conversationMessageSend' | 'conversationNoteAdd'
> = {
  conversationCreate: changedEntity({
    ...conversation,
    name: 'conversationCreate',
    read: (input, reader) => {
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
    },
  }),
  conversationMessageSend: changedEntity({
    ...conversation,
    name: 'conversationMessageSend',
    read: (input, reader) => ({
      conversationKey: reader.key(input.conversationId, 'conversationId', 'Conversation'),
      message: reader.text(input.message, 'message'),
      messageIsHtml: input.messageIsHtml,
      agentKey: reader.optionalKey(input.agentId, 'agentId', 'Agent'),
      notifyCustomer: input.notifyCustomer,
      mailMessageId: reader.optionalText(input.mailMessageId, 'mailMessageId'),
      fileKeys: reader.optionalKeys(input.fileIds, 'fileIds', 'File'),
    }),
  }),
  conversationNoteAdd: changedEntity({
    ...conversation,
    name: 'conversationNoteAdd',
    read: (input, reader) => ({
      conversationKey: reader.key(input.conversationId, 'conversationId', 'Conversation'),
      note: reader.text(input.note, 'note'),
      agentKey: reader.optionalKey(input.agentId, 'agentId', 'Agent'),
    }),
  }),
};
