import { getNamedType, isObjectType, type GraphQLNamedType, type SelectionSetNode } from 'graphql';
import type { GivenInput } from '../contract/call-costs.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { MutationName } from '../contract/mutations/mutation-handlers.ts';
import { addEach, addShared, shareCalls, sum, type Bill, type CountedList } from './call-bill.ts';
import {
  directoryTypes,
  fieldCalls,
  keyFields,
  namedEntityCalls,
  rootTypes,
  sharedFieldCalls,
} from './field-calls.ts';
import { askedList, canLookUp, directoryCalls, listCalls } from './list-calls.ts';
import { asksMoreThanReference, outcomeSelections, rowSelections, rowTypeOf } from './row-selections.ts';
import { argumentOf, selectedFields, type SelectedField, type SelectionScope } from './selected-fields.ts';
import { tooComplex } from './too-complex.ts';

/** What the cost of an operation depends on. */
export interface CostScope extends SelectionScope {
  /** The sources that exist for the caller. */
  readonly sources: readonly HelpdeskSource[];
  /** Largest page there can be. */
  readonly maxPageSize: number;
}

/** Types whose objects take no call. */
const callFreeTypes: ReadonlySet<string> = new Set(['PlannedCall', 'Source', 'UserError', '_Service']);
/** The most objects of a query that are looked at; a query with more is refused. */
const mostObjects = 5000;
const usualPageSize = 25;

/**
 * The most vendor calls that an operation can need while nothing is cached. Throws where that would take too long to
 * work out.
 */
export function queryCost(selectionSet: SelectionSetNode, root: GraphQLNamedType, scope: CostScope): number {
  const { bySource, shared } = new CostCount(scope).ofObject([selectionSet], root);
  return Math.max(0, ...bySource) + sum([...shared.values()].map(({ count }) => count));
}

class CostCount {
  readonly #scope: CostScope;
  #objects = 0;
  #lists = 0;

  constructor(scope: CostScope) {
    this.#scope = scope;
  }

  /** `isNamed`: the record of something else names the object. */
  ofObject(selectionSets: readonly SelectionSetNode[], type: GraphQLNamedType, isNamed = false): Bill {
    this.#objects += 1;
    if (this.#objects > mostObjects)
      throw tooComplex('the query selects too much to tell what it would cost');
    const { sources } = this.#scope;
    const bill: Bill = { bySource: sources.map(() => 0), shared: new Map() };
    const calls = new Set<string>();
    for (const field of selectedFields(selectionSets, type, this.#scope)) {
      const name = field.nodes[0].name.value;
      if (name.startsWith('__')) continue;
      const tells = isNamed ? namedEntityCalls[field.parent.name] : undefined;
      const call = tells?.[name] ?? fieldCalls[field.parent.name]?.[name];
      if (call) calls.add(`${field.parent.name}.${call}`);
      this.#addField(bill, field, name);
    }
    if (calls.delete('Person.lookup')) {
      const lookUps = sum(sources.map((_, index) => this.#lookUp(bill, index)));
      addEach(bill, () => lookUps);
    }
    for (const call of calls) {
      addEach(bill, (index) => sources[index]?.callCosts?.rows?.[call] ?? 0);
      this.#shareDirectory(bill, call);
    }
    return bill;
  }

  #addField(bill: Bill, field: SelectedField, name: string): void {
    const definition = field.parent.getFields()[name];
    if (!definition) return;
    const type = getNamedType(definition.type);
    const selections = field.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const coordinate = `${field.parent.name}.${name}`;
    const isMade = sharedFieldCalls[coordinate];
    if (isMade) shareCalls(bill, this.#scope.sources, coordinate, (source) => (isMade(source) ? 1 : 0));
    if (type.name.endsWith('Connection')) this.#addList(bill, field, type, selections);
    else if (selections.length > 0) this.#addObject(bill, field, type, selections);
  }

  #addList(bill: Bill, field: SelectedField, type: GraphQLNamedType, selections: SelectionSetNode[]): void {
    const { sources, variables, maxPageSize } = this.#scope;
    const rowType = rowTypeOf(type);
    if (!rowType) return;
    const size = Number(argumentOf(field, 'first', variables) ?? usualPageSize);
    const rows = Math.min(Math.max(Number.isFinite(size) ? size : usualPageSize, 0), maxPageSize);
    const row = this.ofObject(rowSelections(selections, type, this.#scope), rowType);
    const outcome = this.#ofOutcome(selections, type);
    const isPart = rowType.name === 'Message';
    const asked = askedList(field, rowType.name, rows, variables);
    const calls = (index: number) => (isPart ? 0 : listCalls(sources[index]!, rowType.name, asked));
    const list = { type: rowType.name, rows, row, outcome, criteria: asked.criteria, calls };
    if (rootTypes.has(field.parent.name)) this.#addRootList(bill, field, list);
    else this.#addInnerList(bill, list);
  }

  /** What a list tells of each source that it is made of. */
  #ofOutcome(selections: readonly SelectionSetNode[], connection: GraphQLNamedType): Bill {
    const outcomeType = this.#scope.schema.getType('SourceOutcome')!;
    return this.ofObject(outcomeSelections(selections, connection, this.#scope), outcomeType);
  }

  /** Adds a list of an object: it takes calls only at the source that the object is of. */
  #addInnerList(bill: Bill, { type, rows, row, outcome, calls }: CountedList): void {
    const { sources } = this.#scope;
    addShared(bill, row);
    addShared(bill, outcome);
    const isShared = (index: number) => sources[index]?.callCosts?.sharedLists?.includes(type);
    shareCalls(bill, sources, `list ${(this.#lists += 1)}`, (_, index) =>
      isShared(index) ? calls(index) : 0,
    );
    addEach(
      bill,
      (index) =>
        (isShared(index) ? 0 : calls(index)) +
        rows * (row.bySource[index] ?? 0) +
        (outcome.bySource[index] ?? 0),
    );
  }

  /**
   * Adds a list over all sources: it takes calls at each of them, and its rows may all be of the most expensive one.
   */
  #addRootList(bill: Bill, field: SelectedField, list: CountedList): void {
    const { type, rows, row, outcome, criteria, calls } = list;
    const { sources, variables } = this.#scope;
    const filter = argumentOf(field, 'filter', variables) as ListFilter | null | undefined;
    // GraphQL takes a single value for a list of one.
    const named: unknown[] | null = filter?.sources == null ? null : [filter.sources].flat();
    const isAsked = (index: number) => !named || named.includes(sources[index]?.name);
    const isLookUp = (index: number) =>
      type === 'Customer' && filter?.email != null && canLookUp(sources[index]);
    for (const criterion of criteria) this.#shareDirectory(bill, `${type}.${criterion}`, isAsked);
    const lists = sources.map((_, index) => {
      if (!isAsked(index)) return 0;
      return isLookUp(index) ? this.#lookUp(bill, index) : calls(index);
    });
    const hasRows = (index: number) => (isAsked(index) && isLookUp(index)) || (lists[index] ?? 0) > 0;
    addShared(bill, row, { isAsked: hasRows });
    addShared(bill, outcome, { isAsked });
    addEach(bill, () => sum(outcome.bySource.filter((_, index) => isAsked(index))));
    const dearest = Math.max(0, ...row.bySource.filter((_, index) => hasRows(index)));
    if (directoryTypes.has(type)) {
      shareCalls(bill, sources, type, (_, index) => lists[index] ?? 0);
      addEach(bill, () => rows * dearest);
    } else addEach(bill, () => sum(lists) + rows * dearest);
  }

  #addObject(bill: Bill, field: SelectedField, type: GraphQLNamedType, selections: SelectionSetNode[]): void {
    const { variables } = this.#scope;
    if (type.name === '_Entity') return this.#addEntities(bill, field, selections);
    const isLookup = field.parent.name === 'Query' || field.parent.name.endsWith('Payload');
    const tellsKey = keyFields.has(`${field.parent.name}.${field.nodes[0].name.value}`);
    const object = this.ofObject(selections, type, !isLookup && !tellsKey);
    if (field.parent.name === 'Mutation') return this.#addChange(bill, field, object);
    addShared(bill, object, { isOfAny: rootTypes.has(type.name) });
    if (isLookup && !rootTypes.has(type.name) && !callFreeTypes.has(type.name)) {
      const ids = argumentOf(field, 'ids', variables);
      const count = Array.isArray(ids) ? ids.length : 1;
      addEach(bill, (index) => count * (1 + (object.bySource[index] ?? 0)));
      this.#shareDirectory(bill, `${type.name}.get`);
      return;
    }
    if (field.parent.name === 'Person' || isOfAllSources(field)) {
      addEach(bill, () => sum(object.bySource));
      return;
    }
    addEach(bill, (index) => object.bySource[index] ?? 0);
    if (!asksMoreThanReference(selections, type, this.#scope)) return;
    if (tellsKey) addEach(bill, () => 1);
    if (directoryTypes.has(type.name)) {
      shareCalls(bill, this.#scope.sources, type.name, (source) => directoryCalls(source, type.name));
    }
  }

  /** Adds a change, and what its payload reads. */
  #addChange(bill: Bill, field: SelectedField, payload: Bill): void {
    const { sources, variables } = this.#scope;
    const input = (argumentOf(field, 'input', variables) ?? {}) as GivenInput;
    const name = field.nodes[0].name.value as MutationName;
    const calls = sources.map(
      ({ callCosts }, index) => (callCosts?.changes?.[name]?.(input) ?? 1) + (payload.bySource[index] ?? 0),
    );
    const place = sources.findIndex((source) => source.name === input['source']);
    addShared(bill, payload, { isAsked: (index) => place < 0 || index === place });
    addEach(bill, (index) => calls[place] ?? calls[index] ?? 0);
  }

  /** Adds entities that a router asks for: each is looked up, and of each type only its own fields are read. */
  #addEntities(bill: Bill, field: SelectedField, selections: SelectionSetNode[]): void {
    const { schema, variables } = this.#scope;
    const given = argumentOf(field, 'representations', variables);
    const counts = new Map<string, number>();
    for (const representation of Array.isArray(given) ? given : [given]) {
      const name = String((representation as { readonly __typename?: unknown } | null)?.__typename);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const [name, count] of counts) {
      const type = schema.getType(name);
      const object = isObjectType(type) ? this.ofObject(selections, type) : null;
      if (object) addShared(bill, object);
      addEach(bill, (index) => count * (1 + (object?.bySource[index] ?? 0)));
    }
  }

  /** Calls of a source to find the customers with an address, without those that it makes once for all addresses. */
  #lookUp(bill: Bill, index: number): number {
    const source = this.#scope.sources[index];
    if (!canLookUp(source)) return 0;
    const { customersByEmail = 1, customersByAnyEmail = 0 } = source?.callCosts ?? {};
    shareCalls(bill, this.#scope.sources, 'customers by e-mail', (_, each) =>
      each === index ? customersByAnyEmail : 0,
    );
    return customersByEmail;
  }

  /** Adds the directory that sources read besides what they are asked for. */
  #shareDirectory(bill: Bill, asked: string, isAsked: (index: number) => boolean = () => true): void {
    for (const [index, { callCosts }] of this.#scope.sources.entries()) {
      const type = callCosts?.directories?.[asked];
      if (type === undefined || !isAsked(index)) continue;
      shareCalls(bill, this.#scope.sources, type, (source, each) =>
        each === index ? directoryCalls(source, type) : 0,
      );
    }
  }
}

/** The part of a list's filter, not checked yet, that decides which sources are asked for what. */
interface ListFilter {
  readonly sources?: unknown;
  readonly email?: unknown;
}

/** Whether the field gives each source of the caller. */
function isOfAllSources({ parent, nodes }: SelectedField): boolean {
  return parent.name === 'Query' && nodes[0].name.value === 'sources';
}
