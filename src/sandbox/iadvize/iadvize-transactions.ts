import { isWithin } from '../account-time.ts';
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
  const customer = desk.customers.find(({ id }) => id === conversation.customerId);
  return conversation.transactions.map(({ id, reference, amountCents, at }) => ({
    at,
    row: {
      id,
      operator: operator ? operatorName(operator) : '',
      chat_id: conversation.id,
      client_email: customer?.email ?? '',
      transaction_id: reference,
      amount: (amountCents / 100).toFixed(2),
      date: writeDateTime(at, desk.timeZone),
    },
  }));
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
  const rows = desk.conversations
    .filter((conversation) => query.get('chatted') !== '1' || chatted(conversation))
    .flatMap((conversation) => toSales(desk, conversation))
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
