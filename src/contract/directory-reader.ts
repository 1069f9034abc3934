import type { Answer, CallContext } from './call-context.ts';
import type { Entity } from './entity.ts';
import type { VendorError } from './vendor-error.ts';

/**
 * Reads one field of several entities, in the length and order of the keys; null = there is none, or the vendor does
 * not tell.
 */
export type FieldReader<Value> = (
  keys: readonly string[],
  context: CallContext,
) => Promise<readonly (Value | VendorError | null)[]>;

/** Fields that take calls of their own, which are made only where a query selects the field. */
export type FieldReaders<T extends Entity> = {
  readonly [Field in keyof T]?: FieldReader<NonNullable<T[Field]>>;
};

/** The entities of a list, as far as the vendor gives them and they can be read. */
export interface DirectoryAnswer<T> extends Answer<readonly T[]> {
  /** Set when there are more entities: why they are not given. */
  readonly cutBecause?: Error | null;
}

/** Reads a kind of entity of which an account has so few that one list can hold them all. */
export interface DirectoryReader<T extends Entity> {
  /**
   * All of them, in the vendor's order, with the fields that the vendor's list tells (others stay undefined). The
   * layer above asks it first for any field of a reference, and `get` only for what it does not tell. Left out
   * where the vendor cannot list.
   */
  list?(context: CallContext): Promise<DirectoryAnswer<T>>;
  /**
   * Entities with every field told that the vendor can tell, except those of `fields`, in the length and order of the
   * keys; null = gone.
   */
  get(keys: readonly string[], context: CallContext): Promise<readonly (T | VendorError | null)[]>;
  /** What neither `list` nor `get` tells. */
  readonly fields?: FieldReaders<T>;
}
