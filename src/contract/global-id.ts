import { entityTypeCodes, type EntityType } from './entity-type.ts';

/** What a global id says. */
export interface EntityAddress {
  readonly type: EntityType;
  /** Name of the source. */
  readonly source: string;
  /** The entity's key within the source; empty for a source itself. */
  readonly key: string;
}

const typesByCode = new Map(
  Object.entries(entityTypeCodes).map(([type, code]) => [code, type as EntityType]),
);

/** Writes an address as an opaque global id (base64url of a JSON array). */
export function encodeGlobalId({ type, source, key }: EntityAddress): string {
  return Buffer.from(JSON.stringify([entityTypeCodes[type], source, key])).toString('base64url');
}

/** Reads a global id; null when it is not one that `encodeGlobalId` wrote. */
export function decodeGlobalId(id: string): EntityAddress | null {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(id, 'base64url').toString());
  } catch {
    return null;
  }
  if (!Array.isArray(parts) || parts.length !== 3) return null;
  const [code, source, key] = parts as unknown[];
  if (typeof code !== 'string' || typeof source !== 'string' || typeof key !== 'string') return null;
  const type = typesByCode.get(code as (typeof entityTypeCodes)[EntityType]);
  if (!type) return null;
  const address = { type, source, key };
  return encodeGlobalId(address) === id ? address : null;
}
