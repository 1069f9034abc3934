import { wallClockOf } from '../../../src/vendor-kit/time-zone.ts';
import { refusal, type DeskAnswer, type DeskCall } from './test-desk.ts';

/** A conversation of a made-up account. Times in milliseconds, whole seconds. */
export interface ListedTicket {
  readonly id: string;
  readonly created: number;
  readonly changed: number;
  readonly columns?: Readonly<Record<string, unknown>>;
}

/** How an account gives out its list. */
export interface ListBehaviour {
  readonly timeZone: string;
  readonly sortedBy: 'changed' | 'created' | 'nothing';
  readonly ascending?: boolean;
  /** Takes `datefrom` for the end and `dateto` for the start. */
  readonly swapped?: boolean;
  /** Takes the start itself for outside. */
  readonly exclusive?: boolean;
  /** How one goes on behind the most rows of an answer. */
  readonly paging: 'cursor' | 'none' | 'offset';
  /** Gives this many rows whatever is asked. */
  readonly ignoresLimit?: number;
}

/** Answers GET conversations out of tickets, the way an account behaves. */
export function answerList(
  tickets: readonly ListedTicket[],
  behaviour: ListBehaviour,
  { query }: DeskCall,
): DeskAnswer {
  const { timeZone, paging } = behaviour;
  const limit = Number(query.limit ?? 100);
  if (limit > 1000) return refusal(500, 'parameter limit is invalid');
  const text = (instant: number) => dateOf(instant, timeZone);
  const [start, end] = behaviour.swapped ? [query.dateto, query.datefrom] : [query.datefrom, query.dateto];
  const [changedFrom, changedTo] = /^btw:([^,]*),(.*)$/.exec(query.datechanged ?? '')?.slice(1) ?? [];
  const found = tickets
    .filter(({ created, changed }) => {
      return (
        isBetween(text(created), start, end, behaviour.exclusive) &&
        isBetween(text(changed), changedFrom, changedTo, behaviour.exclusive)
      );
    })
    .sort(comparison(behaviour));
  const afterCursor = found.findIndex(({ id }) => id === query.cursor) + 1;
  const begin = paging === 'cursor' ? afterCursor : paging === 'offset' ? Number(query.offset ?? 0) : 0;
  const rows = found.slice(begin, begin + (behaviour.ignoresLimit ?? limit));
  return {
    record: {
      conversations: rows.map(({ id, created, changed, columns }) => ({
        conversationid: id,
        code: `C-${id}`,
        datecreated: text(created),
        datechanged: text(changed),
        status: 'C',
        ...(paging === 'cursor' ? { cursor: id } : {}),
        ...columns,
      })),
    },
  };
}

/** A moment as the account writes it. */
export function dateOf(instant: number, timeZone: string): string {
  const { year, month, day, hour, minute, second } = wallClockOf(instant, timeZone);
  const [mm, dd, hh, mi, ss] = [month, day, hour, minute, second].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${year}-${mm}-${dd} ${hh}:${mi}:${ss}`;
}

function isBetween(
  text: string,
  from: string | undefined,
  to: string | undefined,
  exclusive = false,
): boolean {
  const after = from === undefined || (exclusive ? text > from : text >= from);
  const before = to === undefined || (exclusive ? text < to : text <= to);
  return after && before;
}

function comparison({ sortedBy, ascending = false }: ListBehaviour) {
  const sign = ascending ? 1 : -1;
  return (a: ListedTicket, b: ListedTicket) => {
    if (sortedBy === 'nothing') return a.id < b.id ? -1 : 1;
    return (a[sortedBy] - b[sortedBy]) * sign || (a.id < b.id ? -1 : 1);
  };
}
