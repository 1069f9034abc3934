import type { Answer, CallContext } from './call-context.ts';
import type { Entity } from './entity.ts';
import type { VendorError } from './vendor-error.ts';

/** Reads a kind of entity of which an account has so few that one list holds them all. */
export interface DirectoryReader<T extends Entity> {
  /** All of them, in the vendor's order. */
  list(context: CallContext): Promise<Answer<readonly T[]>>;
  /**
   * Entities with every field told, in the length and order of the keys; null = gone. The adapter decides
   * whether the list or a call for each is cheaper.
   */
  get(keys: readonly string[], context: CallContext): Promise<readonly (T | VendorError | null)[]>;
}
