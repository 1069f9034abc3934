import type { EntityAddress } from '../contract/global-id.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import { canFetch } from '../loaders/entity-loaders.ts';
import { inSource, type LoadableType, type SourceEntity } from '../loaders/source-entity.ts';
import { addressOf } from './address.ts';
import type { GatewayContext } from './context.ts';
import { findMessage } from './message.ts';
import type { AnyNode } from './models.ts';
import { unsupported } from './unsupported.ts';

/** Fetches an entity of a source by its key, with every field told; null when it is gone. */
export async function loadEntity<Type extends LoadableType>(
  type: Type,
  source: HelpdeskSource,
  key: string,
  context: GatewayContext,
): Promise<SourceEntity<Type> | null> {
  const entity = await context.loaders.entity(source, type, key);
  return entity && inSource(type, source, entity);
}

/**
 * Fetches an entity to know that it exists. Where several are asked for, their list is enough. Fails where the source
 * has no way to fetch any: null would mean that it is gone.
 */
async function findEntity<Type extends LoadableType>(
  type: Type,
  source: HelpdeskSource,
  key: string,
  context: GatewayContext,
): Promise<SourceEntity<Type> | null> {
  if (!canFetch(source, type))
    throw unsupported(source.name, 'node', `fetch entities of type ${type} by their ids`);
  const entity = await context.loaders.known(source, type, key);
  return entity && inSource(type, source, entity);
}

/** Fetches anything by its address; null when it, or its source, is gone. */
export async function loadNode(
  { type, source: name, key }: EntityAddress,
  context: GatewayContext,
): Promise<AnyNode | null> {
  const source = context.sources.get(name);
  if (!source) return null;
  if (type === 'Source') return { type, source };
  if (type === 'Message') return findMessage(source, key, context);
  return (await findEntity(type, source, key, context)) as AnyNode | null;
}

/** Fetches an entity by a global id that must be of the type. */
export async function loadById<Type extends LoadableType>(
  type: Type,
  id: string,
  context: GatewayContext,
): Promise<SourceEntity<Type> | null> {
  const address = addressOf(id, type);
  const source = context.sources.get(address.source);
  return source ? findEntity(type, source, address.key, context) : null;
}
