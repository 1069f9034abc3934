import type { Answer } from '../../../src/contract/call-context.ts';
import type { Conversation } from '../../../src/contract/conversation.ts';
import type { ConversationCriteria } from '../../../src/contract/conversation-reader.ts';
import type {
  TimelineBatch,
  TimelineOrder,
  TimelineRequest,
  TimeWindow,
} from '../../../src/contract/timeline.ts';

/** Batches in a row that may cover nothing. */
const mostStalls = 1;

/** Lists some rows, as a reader does. */
export type List = (
  request: TimelineRequest<ConversationCriteria>,
) => Promise<Answer<TimelineBatch<Conversation>>>;

/**
 * Asks for batch after batch until the window is covered, keeping only what each batch promises to be complete.
 * Gives the keys in the order of the timeline, each once, and how many batches it took.
 */
export async function walkTimeline(
  list: List,
  timeOf: (row: Conversation) => number,
  { order, window, limit }: { order: TimelineOrder; window: TimeWindow; limit: number },
): Promise<{ keys: string[]; batches: number }> {
  const isDescending = order.direction === 'DESC';
  const given = new Map<string, number>();
  let rest = window;
  let position: string | null = null;
  let stalls = 0;
  for (let batches = 1; batches < 2000; batches++) {
    const { value } = await list({ window: rest, order, filter: {}, limit, position });
    const { rows, coveredTo } = value;
    for (const row of rows) {
      const time = timeOf(row);
      if (time < rest.from || time >= rest.to) throw new Error('a row outside the window asked for');
      if (coveredTo === null || (isDescending ? time >= coveredTo : time < coveredTo))
        given.set(row.key, time);
    }
    if (coveredTo === null) {
      const sign = isDescending ? -1 : 1;
      const keys = [...given]
        .sort(([a, at], [b, bt]) => sign * (at - bt) || (a < b ? -1 : 1))
        .map(([key]) => key);
      return { keys, batches };
    }
    const shorter = isDescending ? { from: rest.from, to: coveredTo } : { from: coveredTo, to: rest.to };
    // A batch covers nothing while the list moves by more than a few pages; the next one finds it at rest.
    stalls = shorter.to - shorter.from >= rest.to - rest.from ? stalls + 1 : 0;
    if (stalls > mostStalls) throw new Error('no progress');
    rest = shorter;
    position = value.position;
  }
  throw new Error('the walk does not end');
}
