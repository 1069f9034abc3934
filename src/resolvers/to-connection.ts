import type { FederatedPage, ListPage, PageRow, SourcedRow } from '../federation/list-page.ts';
import {
  inSource,
  type LoadableEntities,
  type LoadableType,
  type SourceEntity,
} from '../loaders/source-entity.ts';
import type { Connection, RootConnection } from './models.ts';

/** Shows a page as a Relay connection. Cursors are written only when they are asked for. */
export function toConnection<Row>(page: ListPage<PageRow<Row>>): Connection<Row> {
  return connectionOf(page, ({ row }) => row);
}

/** Shows a page of entities out of many sources as a Relay connection. */
export function toRootConnection<Type extends LoadableType>(
  type: Type,
  page: FederatedPage<LoadableEntities[Type]>,
): RootConnection<SourceEntity<Type>> {
  const toNode = ({ source, row }: SourcedRow<LoadableEntities[Type]>) => inSource(type, source, row);
  return { ...connectionOf(page, toNode), sources: page.outcomes };
}

function connectionOf<PagedRow extends PageRow<unknown>, Node>(
  page: ListPage<PagedRow>,
  toNode: (row: PagedRow) => Node,
): Connection<Node> {
  const nodes = page.rows.map(toNode);
  const edges = page.rows.map((row, index) => ({
    get cursor() {
      return row.cursor;
    },
    node: nodes[index] as Node,
  }));
  return { edges, nodes, pageInfo: page };
}
