import type { EntityType } from '../contract/entity-type.ts';
import { decodeGlobalId, encodeGlobalId, type EntityAddress } from '../contract/global-id.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import type { SourceEntity } from '../loaders/source-entity.ts';
import { badUserInput } from './bad-user-input.ts';
import type { GatewayContext } from './context.ts';

/** Reads a global id. Throws when it is malformed, or not of the type wanted. */
export function addressOf(id: string, type?: EntityType): EntityAddress {
  const address = decodeGlobalId(id);
  if (!address)
    throw badUserInput(`expected a global id as this API gives them out, but got: ${JSON.stringify(id)}`);
  if (type && address.type !== type) {
    throw badUserInput(`expected an id of type ${type}, but got one of type ${address.type}`);
  }
  return address;
}

/** The source with a name. Throws when there is none; the message names those that there are. */
export function sourceNamed(name: string, context: GatewayContext): HelpdeskSource {
  const source = context.sources.get(name);
  if (source) return source;
  const names = [...context.sources.keys()].join(', ');
  throw badUserInput(`there is no source ${JSON.stringify(name)}; expected one of: ${names}`);
}

/** The sources with the given names, each once; all sources where no names are given. */
export function sourcesNamed(
  names: readonly string[] | null | undefined,
  context: GatewayContext,
): HelpdeskSource[] {
  if (!names) return [...context.sources.values()];
  return [...new Set(names)].map((name) => sourceNamed(name, context));
}

/** The global id of an entity. */
export function globalIdOf({ type, source, entity }: SourceEntity): string {
  return encodeGlobalId({ type, source: source.name, key: entity.key });
}

/**
 * The key in a source of what an id in a filter names; `elsewhere` when that belongs to another source, undefined when
 * no id is given.
 */
export function keyInSource(
  id: string | null | undefined,
  type: EntityType,
  source: HelpdeskSource,
): { readonly key: string } | 'elsewhere' | undefined {
  if (id === null || id === undefined) return undefined;
  const address = addressOf(id, type);
  return address.source === source.name ? { key: address.key } : 'elsewhere';
}
