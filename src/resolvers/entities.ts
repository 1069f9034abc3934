import { entityTypeCodes, type EntityType } from '../contract/entity-type.ts';
import type { Resolvers } from '../generated/schema-types.ts';
import { addressOf } from './address.ts';
import { badUserInput } from './bad-user-input.ts';
import type { GatewayContext } from './context.ts';
import { loadNode } from './load-node.ts';
import type { EntityModel } from './models.ts';
import { personOf } from './person.ts';
import { shownInput } from './shown-input.ts';

/** Most entities that a router may ask for at once. */
const maxRepresentations = 1000;

/**
 * The entities of representations, in their order. Each is loaded on its own, so that one that fails leaves the others.
 */
export function entitiesOf(
  representations: readonly unknown[],
  context: GatewayContext,
): Promise<EntityModel>[] {
  if (representations.length > maxRepresentations) {
    throw badUserInput(
      `representations takes at most ${maxRepresentations} entities, but got ${representations.length}`,
    );
  }
  // Any of them may be null, which the type of the result does not say.
  return representations.map(async (representation) =>
    entityOf(representation, context),
  ) as Promise<EntityModel>[];
}

async function entityOf(representation: unknown, context: GatewayContext): Promise<EntityModel | null> {
  const given = (representation ?? {}) as Readonly<Record<string, unknown>>;
  const { __typename: type } = given;
  if (type === 'Person') return personOf(keyField(given, 'email'));
  if (!isEntityType(type)) {
    throw badUserInput(`expected __typename to name a type with a key, but got: ${shownInput(type)}`);
  }
  return loadNode(addressOf(keyField(given, 'id'), type), context);
}

function isEntityType(type: unknown): type is EntityType {
  return typeof type === 'string' && Object.hasOwn(entityTypeCodes, type);
}

function keyField(representation: Readonly<Record<string, unknown>>, name: string): string {
  const value = representation[name];
  if (typeof value === 'string') return value;
  throw badUserInput(
    `expected an entity of type ${String(representation['__typename'])} to be told by "${name}", a string, but got: ${typeof value}`,
  );
}

export const entityResolvers: Pick<Resolvers, '_Entity'> = {
  _Entity: { __resolveType: (entity) => ('type' in entity ? entity.type : 'Person') },
};
