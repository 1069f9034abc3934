import type { ZodType } from 'zod';
import type { SatisfactionRating, Transaction } from '../../contract/conversation-aftermath.ts';
import type { ReadCall } from '../../transport/source-transport.ts';
import type { Day } from '../../vendor-kit/time-zone.ts';
import { readRows } from '../../vendor-kit/unread-rows.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { createLocalClock, type LocalClock } from './iadvize-mapping-time.ts';
import { toSatisfactionRating, toTransaction, toUnreadRow } from './iadvize-mapping-aftermath.ts';
import { decodeTable, type TableKind } from './iadvize-wire-table.ts';
import type { IadvizeRows } from './iadvize-unread-rows.ts';
import { purchaseSchema, surveySchema, type WirePurchase, type WireSurvey } from './iadvize-wire.ts';

/** Whose rows they are. */
interface Account {
  /** Name of the source. */
  readonly source: string;
  readonly timeZone: string;
  /** ISO 4217 code of amounts; null = not known. */
  readonly currency: string | null;
}

interface Days {
  /** First and last day on the account's calendar, both inclusive. */
  readonly first: Day;
  readonly last: Day;
  /** Whether all rows of these days are recorded. */
  readonly isFinished: boolean;
}

/** Which surveys are wanted. */
export interface SurveyQuery extends Days {
  /** Only surveys about this operator; undefined = about all. */
  readonly operatorId: string | undefined;
}

/** Which purchases are wanted. */
export interface PurchaseQuery extends Days {
  /** Only purchases that followed a chat. */
  readonly chatted: boolean;
}

/** `satisfaction/getSatisfaction`; without dates it would answer today's only. */
export function surveysCall(
  query: SurveyQuery,
  { source, timeZone }: Account,
): ReadCall<IadvizeRows<SatisfactionRating>> {
  const { first, last, operatorId } = query;
  return tableCall(query, {
    label: { source, operation: 'satisfactionRatings.list' },
    path: ['satisfaction', 'getSatisfaction', ''],
    query: { sdate: first, edate: last, opid: operatorId },
    identity: [first, last, operatorId ?? null, timeZone],
    kind: { expected: 'a table of surveys', columns: ['id', 'date', 'chat_id'] },
    schema: surveySchema,
    map: toSatisfactionRating,
    timeZone,
  });
}

/** `transactions/getTransactions`; CSV, unless the account sends JSON, which the document never shows. */
export function purchasesCall(
  query: PurchaseQuery,
  { source, timeZone, currency }: Account,
): ReadCall<IadvizeRows<Transaction>> {
  const { first, last, chatted } = query;
  return tableCall(query, {
    label: { source, operation: 'transactions.list' },
    path: ['transactions', 'getTransactions', ''],
    query: { sdate: first, edate: last, chatted: chatted ? '1' : undefined },
    identity: [first, last, chatted, timeZone, currency],
    kind: { expected: 'a table of purchases', columns: ['id', 'date', 'amount'] },
    schema: purchaseSchema,
    map: (purchase, clock) => toTransaction(purchase, clock, currency),
    timeZone,
  });
}

interface TableCall<Wire extends WirePurchase | WireSurvey, Row> {
  readonly label: CallLabel;
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly identity: ReadCall<unknown>['identity'];
  readonly kind: TableKind;
  readonly schema: ZodType<Wire>;
  /** null = the row cannot be read. */
  readonly map: (row: Wire, clock: LocalClock) => Row | null;
  readonly timeZone: string;
}

function tableCall<Wire extends WirePurchase | WireSurvey, Row>(
  { isFinished }: Days,
  { label, path, query, identity, kind, schema, map, timeZone }: TableCall<Wire, Row>,
): ReadCall<IadvizeRows<Row>> {
  return {
    operation: label.operation,
    identity,
    request: { method: 'GET', path, query },
    numbers: 'as-texts',
    parse(reply) {
      const clock = createLocalClock(timeZone);
      return readRows(
        (toRow) => decodeTable(reply, label, kind, (cells) => toRow(schema.parse(cells))),
        (wire: Wire) => map(wire, clock),
        (wire) => toUnreadRow(wire, clock),
      );
    },
    freshness: isFinished ? 'pastDay' : 'list',
    tags: ['conversations'],
    priority: 'list',
  };
}
