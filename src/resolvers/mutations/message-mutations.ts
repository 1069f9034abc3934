import type { MutationResolvers } from '../../generated/schema-types.ts';
import { changedEntity } from './changed-entity.ts';

const conversation = { type: 'Conversation', field: 'conversation' } as const;

/** No vendor tells the id of what was added, so the payloads' `message` is null. */
export const messageMutations: Pick<MutationResolvers, 'conversationMessageSend' | 'conversationNoteAdd'> = {
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
