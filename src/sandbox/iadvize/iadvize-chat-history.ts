import { isWithin } from '../account-time.ts';
import type { EmulatedReply } from '../emulator.ts';
import type { WorldConversation } from '../world/world.ts';
import type { IadvizeCall } from './iadvize-account.ts';
import { toChat } from './iadvize-chat.ts';
import type { IadvizeChat } from './iadvize-chat.ts';
import { writeHistoryXml } from './iadvize-chat-xml.ts';
import { readRange } from './iadvize-dates.ts';
import { jsonReply, refusalReply, textReply } from './iadvize-replies.ts';

function xmlReply(chats: readonly IadvizeChat[], { desk, quirks }: IadvizeCall): EmulatedReply {
  const website = desk.websites[0]?.host ?? '';
  return textReply('text/xml', writeHistoryXml(chats, website, quirks.charset), quirks);
}

function standsAlone(chats: readonly IadvizeChat[], { quirks }: IadvizeCall): boolean {
  if (chats.length !== 1 || quirks.loneChat === 'list') return false;
  return quirks.loneChat === 'object' || Number(/\d(?=\D*$)/.exec(chats[0]?.id ?? '')?.[0]) % 2 === 0;
}

function historyReply(chats: readonly IadvizeChat[], call: IadvizeCall): EmulatedReply {
  if (call.query.get('out') === 'xml') return xmlReply(chats, call);
  if (standsAlone(chats, call)) return jsonReply(chats[0]);
  const { historyWrapper } = call.quirks;
  return jsonReply(historyWrapper === null ? chats : { [historyWrapper]: chats });
}

function isOfOperator(conversation: WorldConversation, { desk, query }: IadvizeCall): boolean {
  const id = query.get('opid');
  const externalId = query.get('external_id');
  if (id !== null && conversation.assigneeId !== id) return false;
  if (externalId === null) return true;
  return desk.agents.some((agent) => agent.externalId === externalId && agent.id === conversation.assigneeId);
}

/** `chat_history/getHistory`: the chats begun in a range of days, newest first. */
export function getHistory(call: IadvizeCall): EmulatedReply {
  const range = readRange(call, 'always');
  if ('problem' in range) return refusalReply(range.problem, call.quirks);
  // No chat of this company was started by a targeting rule.
  if (call.query.has('ruleid')) return historyReply([], call);
  const externalId = call.query.get('extid');
  const chats = call.desk.conversations
    .filter(({ createdAt }) => isWithin(createdAt, range))
    .filter((conversation) => isOfOperator(conversation, call))
    .toSorted((one, other) => other.createdAt - one.createdAt)
    .map((conversation) => toChat(call.desk, conversation))
    .filter(({ extid }) => externalId === null || extid === externalId);
  return historyReply(chats, call);
}

/** `chat_history/getHistoryByID`: one chat, "exactly the same" as in the history. */
export function getHistoryById(call: IadvizeCall): EmulatedReply {
  const id = call.query.get('chatid');
  if (id === null) return refusalReply('chatid is mandatory', call.quirks);
  const chats = call.desk.conversations
    .filter((conversation) => conversation.id === id)
    .map((conversation) => toChat(call.desk, conversation));
  if (call.query.get('out') === 'xml') return xmlReply(chats, call);
  return jsonReply(call.quirks.chatById === 'object' && chats.length > 0 ? chats[0] : chats);
}
