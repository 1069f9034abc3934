import type { FederatedPage, ListPage, PageRow, SourcedRow } from '../federation/list-page.ts';
import {
  inSource,
  type LoadableEntities,
  type LoadableType,
  type SourceEntity,
} from '../loaders/source-entity.ts';
import type { Connection, RootConnection } from './models.ts';

/** Shows a page as a Relay connection. Cursors are written only when they are asked for. */
export function toConnection<Row, Node>(
  page: ListPage<PageRow<Row>>,
  toNode: (row: Row) => Node,
): Connection<Node> {
  return new PagedConnection(page, ({ row }) => toNode(row));
}

/** Shows a page of entities out of many sources as a Relay connection. */
export function toRootConnection<Type extends LoadableType>(
  type: Type,
  page: FederatedPage<LoadableEntities[Type]>,
): RootConnection<SourceEntity<Type>> {
  const toNode = ({ source, row }: SourcedRow<LoadableEntities[Type]>) => inSource(type, source, row);
  return Object.assign(new PagedConnection(page, toNode), { sources: page.outcomes });
}

/** A connection whose nodes and edges are made when they are read: most queries ask for one of the two. */
class PagedConnection<PagedRow extends PageRow<unknown>, Node> implements Connection<Node> {
  readonly pageInfo: ListPage<PagedRow>;
  readonly #toNode: (row: PagedRow) => Node;

  constructor(page: ListPage<PagedRow>, toNode: (row: PagedRow) => Node) {
    this.pageInfo = page;
    this.#toNode = toNode;
  }

  get nodes(): readonly Node[] {
    return this.pageInfo.rows.map(this.#toNode);
  }

  get edges(): Connection<Node>['edges'] {
    const toNode = this.#toNode;
    return this.pageInfo.rows.map((row) => new PagedEdge(row, toNode(row)));
  }
}

class PagedEdge<Node> {
  readonly node: Node;
  readonly #row: PageRow<unknown>;

  constructor(row: PageRow<unknown>, node: Node) {
    this.#row = row;
    this.node = node;
  }

  get cursor(): string {
    return this.#row.cursor;
  }
}
