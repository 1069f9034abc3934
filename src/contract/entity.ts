/**
 * A value that an answer may leave out: `undefined` = this answer does not tell, but the entity's reader may (`get`);
 * `null` = the vendor says that there is none.
 */
export type Told<T> = T | null | undefined;

/** Anything that can be fetched again from a source by its key. */
export interface Entity {
  /**
   * What the adapter needs to fetch the entity again, unique within the source and the type; part of the
   * global id, so it must stay the same over restarts and versions. Usually the vendor's id; a vendor that can
   * only list by day puts the day in front.
   */
  readonly key: string;
  /** The vendor's own id as the vendor writes it; undefined = only `get` can tell. */
  readonly vendorId?: string | undefined;
}
