import { isWithin } from '../account-time.ts';
import type { Span } from '../account-time.ts';
import { customerOf, fullName } from '../desk-people.ts';
import type { WorldConversation, WorldCustomer } from '../world/world.ts';
import type { ZazachatOffice } from './zazachat-account.ts';
import { writeDate } from './zazachat-dates.ts';
import { escapeXml, textElement } from './zazachat-xml.ts';

function preChatValue(word: string | undefined, customer: WorldCustomer | undefined): string {
  switch (word) {
    case 'name':
      return fullName(customer);
    case 'email':
      return customer?.email ?? '';
    case 'phone':
      return customer?.phone ?? '';
    case 'company':
      return customer?.email?.trim().split('@')[1]?.split('.')[0] ?? '';
    default:
      return '';
  }
}

function writeVisitor({ desk, preChat, quirks }: ZazachatOffice, chat: WorldConversation): string {
  const customer = customerOf(desk, chat);
  const department = desk.departments.find(({ id }) => id === chat.departmentId)?.name ?? '';
  const asked = [0, 1, 2, 3].map((index) =>
    textElement(`PreChat${index + 1}`, preChatValue(preChat[index], customer)),
  );
  return [
    `<Visitor VisitorID="${escapeXml(chat.id)}">`,
    textElement('Country', chat.visit?.country ?? customer?.country ?? ''),
    textElement('HostName', chat.visit?.host ?? ''),
    textElement('Referrer', chat.visit?.referrer ?? ''),
    quirks.department ? textElement('Department', department) : '',
    textElement('ChatTime', writeDate(chat.createdAt, desk.timeZone)),
    `<VisitorInfo>${textElement('Notes', chat.note ?? '')}${asked.join('')}</VisitorInfo>`,
    '<VisitorCustomInfo>',
    textElement('Custom1', fullName(customer)),
    textElement('Custom2', customer ? `ID: ${customer.id}` : ''),
    textElement('Custom3', ''),
    '</VisitorCustomInfo>',
    '</Visitor>',
  ].join('');
}

/** The chats begun on a day, oldest first; null when there was none. */
export function writeChatters(office: ZazachatOffice, day: Span): string | null {
  const chats = office.desk.conversations
    .filter(({ channel, createdAt }) => channel === 'chat' && isWithin(createdAt, day))
    .toSorted((one, other) => one.createdAt - other.createdAt);
  if (chats.length === 0) return null;
  return `<Visitors>${chats.map((chat) => writeVisitor(office, chat)).join('')}</Visitors>`;
}
