import { isWithin } from '../account-time.ts';
import { customerOf } from '../desk-people.ts';
import type { EmulatedReply } from '../emulator.ts';
import type { Desk, WorldConversation } from '../world/world.ts';
import type { IadvizeCall } from './iadvize-account.ts';
import { operatorName, operatorOf } from './iadvize-chat.ts';
import { bare, quoted, writeCsv } from './iadvize-csv.ts';
import { readRange, writeDateTime } from './iadvize-dates.ts';
import { jsonReply, refusalReply, textReply } from './iadvize-replies.ts';

const columns = ['id', 'operator', 'chat_id', 'client_email', 'transaction_id', 'amount', 'date'] as const;

const bareColumns = new Set<string>(['id', 'chat_id', 'amount']);

interface Sale {
  readonly at: number;
  readonly row: Readonly<Record<(typeof columns)[number], string>>;
}

function toSales(desk: Desk, conversation: WorldConversation): Sale[] {
  const operator = operatorOf(desk, conversation);
  const customer = customerOf(desk, conversation);
  return conversation.transactions.map(({ id, reference, amountCents, at }) => ({
    at,
    row: {
      id,
      operator: operatorName(operator),
      chat_id: conversation.id,
      client_email: customer?.email ?? '',
      transaction_id: reference,
      amount: (amountCents / 100).toFixed(2),
      date: writeDateTime(at, desk.timeZone),
    },
  }));
}

/** Every fourth visitor buys something else without a chat, two hours before; the world itself has none of these. */
function toSaleWithoutChat(desk: Desk, conversation: WorldConversation): Sale {
  const { id, createdAt } = conversation;
  const at = createdAt - 2 * 3_600_000;
  const number = Number(id.replaceAll(/\D/g, '').slice(-9));
  const customer = customerOf(desk, conversation);
  return {
    at,
    row: {
      id: String(5_000_000 + number),
      operator: '',
      chat_id: '0',
      client_email: customer?.email ?? '',
      transaction_id: `WEB-${number % 1_000_000}`,
      amount: ((1900 + (number % 20_000)) / 100).toFixed(2),
      date: writeDateTime(at, desk.timeZone),
    },
  };
}

/** Whether the visitor wrote anything; a chat that was only offered may precede a purchase, too. */
function chatted({ entries }: WorldConversation): boolean {
  return entries.some(({ kind, author }) => kind === 'message' && author.type === 'customer');
}

/** `transactions/getTransactions`: purchases of a range of days, newest first. CSV even where JSON is the default. */
export function getTransactions(call: IadvizeCall): EmulatedReply {
  const { desk, quirks, query } = call;
  const range = readRange(call, 'refused');
  if ('problem' in range) return refusalReply(range.problem, quirks);
  const onlyChatted = query.get('chatted') === '1';
  const withoutChat = onlyChatted ? [] : desk.conversations.filter((_, index) => index % 4 === 3);
  const rows = desk.conversations
    .filter((conversation) => !onlyChatted || chatted(conversation))
    .flatMap((conversation) => toSales(desk, conversation))
    .concat(withoutChat.map((conversation) => toSaleWithoutChat(desk, conversation)))
    .filter(({ at }) => isWithin(at, range))
    .toSorted((one, other) => other.at - one.at)
    .map(({ row }) => row);
  if (quirks.transactions === 'json' && query.get('out') !== 'csv') {
    return jsonReply(rows);
  }
  const cells = rows.map((row) =>
    columns.map((column) => (bareColumns.has(column) ? bare(row[column]) : quoted(row[column]))),
  );
  return textReply('text/csv', writeCsv(columns, cells, quirks), quirks);
}
