import type { Entity, Told } from '../contract/entity.ts';
import {
  inSource,
  type LoadableEntities,
  type LoadableType,
  type SourceEntity,
} from '../loaders/source-entity.ts';
import { globalIdOf } from './address.ts';
import type { GatewayContext } from './context.ts';
import type { SourceNode } from './models.ts';

type ToldValue<Type extends LoadableType, Field extends keyof LoadableEntities[Type]> = NonNullable<
  LoadableEntities[Type][Field]
> | null;

/** Resolves a field from the record at hand, else from the whole entity. */
export function told<Type extends LoadableType, Field extends keyof LoadableEntities[Type]>(field: Field) {
  return (
    node: SourceEntity<Type>,
    _arguments: object,
    context: GatewayContext,
  ): ToldValue<Type, Field> | Promise<ToldValue<Type, Field>> => {
    const known = node.entity[field];
    return known === undefined ? context.loaders.told(node, field) : known;
  };
}

/** Names of the fields whose values have a type, once they are told. */
type FieldOf<Type extends LoadableType, Value> = {
  [Field in keyof LoadableEntities[Type]]-?: NonNullable<LoadableEntities[Type][Field]> extends Value
    ? Field
    : never;
}[keyof LoadableEntities[Type]];

/** Resolves a field that names another entity of the same source. */
export function reference<Type extends LoadableType, Target extends LoadableType>(
  target: Target,
  field: FieldOf<Type, LoadableEntities[Target]>,
) {
  const resolve = told<Type, typeof field>(field);
  return (node: SourceEntity<Type>, _arguments: object, context: GatewayContext) =>
    whenTold(resolve(node, _arguments, context), (entity) =>
      entity === null ? null : inSource(target, node.source, entity as LoadableEntities[Target]),
    );
}

/** Resolves a field that names other entities of the same source. */
export function references<Type extends LoadableType, Target extends LoadableType>(
  target: Target,
  field: FieldOf<Type, readonly LoadableEntities[Target][]>,
) {
  const resolve = told<Type, typeof field>(field);
  return (node: SourceEntity<Type>, _arguments: object, context: GatewayContext) =>
    whenTold(resolve(node, _arguments, context), (entities) =>
      allInSource(target, node.source, entities as readonly LoadableEntities[Target][] | null),
    );
}

/**
 * Goes on with a value, without a promise where it is there already: a page has thousands of fields, and each promise
 * costs.
 */
export function whenTold<Value, Result>(
  value: Promise<Value> | Value,
  goOn: (value: Value) => Result,
): Promise<Awaited<Result>> | Result {
  return value instanceof Promise ? (value.then(goOn) as Promise<Awaited<Result>>) : goOn(value);
}

/** The fields that every entity has. */
export const entityFields = {
  id: (node: SourceEntity): string => globalIdOf(node),
  source: ({ source }: SourceEntity): SourceNode => ({ type: 'Source', source }),
  vendorId: (node: SourceEntity, _arguments: object, context: GatewayContext): string | Promise<string> =>
    node.entity.vendorId ?? loadVendorId(node, context),
};

function loadVendorId(node: SourceEntity, { loaders }: GatewayContext): string | Promise<string> {
  return whenTold(loaders.told(node, 'vendorId'), (vendorId) => {
    // Of a customer whom the vendor no longer has, an old conversation may still tell the address. It is shown rather
    // than the key, which is the gateway's own.
    const { email } = node.entity as { readonly email?: string | null };
    return vendorId ?? email ?? node.entity.key;
  });
}

/** A name that must not be null: the name told, else the vendor's id. */
export function nameOf<Type extends NamedType>(
  node: SourceEntity<Type>,
  _arguments: object,
  context: GatewayContext,
): string | Promise<string> {
  return (node.entity as { readonly name?: string | null }).name ?? loadName(node, context);
}

function loadName<Type extends NamedType>(
  node: SourceEntity<Type>,
  { loaders }: GatewayContext,
): string | Promise<string> {
  const told = loaders.told(node, 'name' as never) as Promise<string | null> | string | null;
  return whenTold(told, (known) => known ?? node.entity.vendorId ?? node.entity.key);
}

/**
 * The name with which a row of a directory is shown, as far as the row tells; a list by name is sorted by it. null for
 * a company without a name.
 */
export function shownName(type: LoadableType, entity: DirectoryRow): string | null {
  const { name, title, nickname, email, vendorId, key } = entity;
  const told = name ?? title;
  if (told != null || type === 'Company') return told ?? null;
  return type === 'Agent' ? (nickname ?? email ?? key) : (vendorId ?? key);
}

/** What a row of any directory may tell. */
interface DirectoryRow extends Entity {
  readonly name?: Told<string>;
  readonly title?: Told<string>;
  readonly nickname?: Told<string>;
  readonly email?: Told<string>;
}

type NamedType = 'Agent' | 'CustomerGroup' | 'Department' | 'KnowledgeBase' | 'Tag' | 'Website';

/** Puts partial entities of a field beside their source. */
export function allInSource<Type extends LoadableType>(
  type: Type,
  source: SourceEntity['source'],
  entities: readonly LoadableEntities[Type][] | null,
): SourceEntity<Type>[] | null {
  return entities && entities.map((entity) => inSource(type, source, entity));
}
