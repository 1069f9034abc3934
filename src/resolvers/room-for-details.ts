import { visit, type DirectiveNode, type GraphQLResolveInfo } from 'graphql';
import type { DetailLine } from '../contract/detail-line.ts';
import type { Entity } from '../contract/entity.ts';
import type { ListPage, SourcedRow } from '../federation/list-page.ts';
import { timeBudget } from '../federation/time-budget.ts';
import type { GatewayContext } from './context.ts';
import { selectedNames } from './selected-names.ts';

/** Reads that a row may take: of its details, and of its messages. */
const readsPerRow = 2;

/** Fields that need no read of a row's details: every row tells them, or lists tell them for all rows. */
const toldOtherwise: ReadonlySet<string> = new Set([
  '__typename',
  'id',
  'satisfactionRating',
  'source',
  'transactions',
  'vendorId',
]);

/**
 * Waits, in a rush, until the details of a page's rows would be read soon. Until then the page is held as its rows
 * alone, while a page whose details wait holds half an answer. A page of several sources waits for the first of them to
 * have room; one whose rows tell all that is selected does not wait, nor does one that is answered in parts.
 */
export async function roomForDetails(
  page: ListPage<SourcedRow<Entity>>,
  context: GatewayContext,
  info: GraphQLResolveInfo,
): Promise<void> {
  const rowsOf = new Map<DetailLine, number>();
  for (const {
    source: { detailLine },
  } of page.rows) {
    if (!detailLine?.isCrowded) return;
    rowsOf.set(detailLine, (rowsOf.get(detailLine) ?? 0) + 1);
  }
  if (isInParts(info) || !page.rows.some(lacksAnyOf(selectedNames(info, [['nodes'], ['edges', 'node']]))))
    return;
  const { call, lists } = context;
  const entered = new AbortController();
  const waiter = {
    signal: AbortSignal.any([call.signal, entered.signal]),
    deadline: timeBudget(call, lists.lateAfterMs, Date.now).giveUpAt,
  };
  await Promise.race([...rowsOf].map(([line, rows]) => line.whenRoomy(rows * readsPerRow, waiter)));
  entered.abort();
}

function lacksAnyOf(fields: ReadonlySet<string>): (row: SourcedRow<Entity>) => boolean {
  const needed = [...fields].filter((field) => !toldOtherwise.has(field));
  return ({ row }) => needed.some((field) => row[field as keyof Entity] === undefined);
}

/** Whether the answer comes in parts, the first of which is made of what the rows tell. */
function isInParts({ operation, fragments }: GraphQLResolveInfo): boolean {
  const names = new Set<string>();
  const collect = { Directive: ({ name }: DirectiveNode) => void names.add(name.value) };
  for (const definition of [operation, ...Object.values(fragments)]) visit(definition, collect);
  return names.has('defer') || names.has('stream');
}
