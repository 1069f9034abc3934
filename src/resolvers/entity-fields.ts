import type { LoadableEntities, LoadableType, SourceEntity } from '../loaders/source-entity.ts';
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

/** The fields that every entity has. */
export const entityFields = {
  id: (node: SourceEntity): string => globalIdOf(node),
  source: ({ source }: SourceEntity): SourceNode => ({ type: 'Source', source }),
  // What is known needs no promise: a page has hundreds of these.
  vendorId: (node: SourceEntity, _arguments: object, context: GatewayContext): string | Promise<string> =>
    node.entity.vendorId ?? loadVendorId(node, context),
};

async function loadVendorId(node: SourceEntity, { loaders }: GatewayContext): Promise<string> {
  // Of somebody whom the vendor no longer has, an old conversation still tells the address; a key is the gateway's own.
  const { email } = node.entity as { readonly email?: string | null };
  return (await loaders.told(node, 'vendorId')) ?? email ?? node.entity.key;
}

/** A name that must not be null: the name told, else the vendor's id. */
export function nameOf<Type extends NamedType>(
  node: SourceEntity<Type>,
  _arguments: object,
  context: GatewayContext,
): string | Promise<string> {
  const { name } = node.entity as { readonly name?: string | null };
  return name ?? loadName(node, context);
}

type NamedType = 'Agent' | 'CustomerGroup' | 'Department' | 'KnowledgeBase' | 'Tag' | 'Website';

async function loadName<Type extends NamedType>(
  node: SourceEntity<Type>,
  { loaders }: GatewayContext,
): Promise<string> {
  const name = (await loaders.told(node, 'name' as never)) as string | null;
  return name ?? node.entity.vendorId ?? node.entity.key;
}

/** Puts partial entities of a field beside their source. */
export function entitiesOf<Type extends LoadableType>(
  type: Type,
  source: SourceEntity['source'],
  entities: readonly LoadableEntities[Type][] | null,
): SourceEntity<Type>[] | null {
  return entities && entities.map((entity) => ({ type, source, entity }));
}
