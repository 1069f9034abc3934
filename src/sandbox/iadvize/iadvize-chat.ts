import { twoDigits } from '../account-time.ts';
import { customerOf } from '../desk-people.ts';
import { plainText } from '../plain-text.ts';
import type { Desk, WorldAgent, WorldConversation, WorldEntry } from '../world/world.ts';
import { writeDateTime, writeTime } from './iadvize-dates.ts';

/** A chat as the history calls show it; every value is a string. */
export interface IadvizeChat {
  readonly id: string;
  readonly duration: string;
  readonly datetime: string;
  readonly opid: string;
  readonly opname: string;
  readonly group: string;
  readonly vuid: string;
  readonly user_agent: string;
  readonly extid: string;
  readonly history: readonly IadvizeLine[];
}

/** A line of a chat. */
export interface IadvizeLine {
  readonly from: 'NAVIGATION' | 'alert' | 'operator' | 'visitor';
  readonly time: string;
  readonly msg: string;
}

/** An operator's name, as all calls except the operator lists show it; empty for nobody. */
export function operatorName(agent: WorldAgent | undefined): string {
  return agent ? `${agent.firstName} ${agent.lastName}` : '';
}

/** The operator of a chat. */
export function operatorOf(desk: Desk, conversation: WorldConversation): WorldAgent | undefined {
  return desk.agents.find(({ id }) => id === conversation.assigneeId);
}

/** How long a chat took, in milliseconds: what follows its end does not count. */
export function durationOf({ createdAt, entries }: WorldConversation): number {
  const end = entries.findLast(({ kind }) => kind === 'close' || kind === 'message');
  return end ? end.at - createdAt : 0;
}

function toLine(entry: WorldEntry, timeZone: string): IadvizeLine | null {
  const time = writeTime(entry.at, timeZone);
  const ofCustomer = entry.author.type === 'customer';
  switch (entry.kind) {
    case 'navigation':
      return { from: 'NAVIGATION', time, msg: entry.text };
    case 'message':
      if (entry.author.type === 'system') return { from: 'alert', time, msg: plainText(entry) };
      return { from: ofCustomer ? 'visitor' : 'operator', time, msg: plainText(entry) };
    case 'close':
      return { from: 'alert', time, msg: ofCustomer ? 'VISITOR_CHAT_CLOSE' : 'OPERATOR_CHAT_CLOSE' };
    default:
      return null;
  }
}

/** Shows a conversation as a chat. */
export function toChat(desk: Desk, conversation: WorldConversation): IadvizeChat {
  const customer = customerOf(desk, conversation);
  const seconds = Math.floor(durationOf(conversation) / 1000);
  return {
    id: conversation.id,
    duration: `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`,
    datetime: writeDateTime(conversation.createdAt, desk.timeZone),
    opid: conversation.assigneeId ?? '',
    opname: operatorName(operatorOf(desk, conversation)),
    group: desk.departments.find(({ id }) => id === conversation.departmentId)?.name ?? '',
    vuid: customer?.userId ?? '',
    user_agent: conversation.visit?.userAgent ?? '',
    extid: customer?.registered ? customer.id : '0',
    history: conversation.entries.flatMap((entry) => toLine(entry, desk.timeZone) ?? []),
  };
}
