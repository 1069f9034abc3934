import type { Entity, Told } from './entity.ts';
import type { Instant } from './instant.ts';

/** A file that a vendor keeps. */
export interface StoredFile extends Entity {
  readonly name?: Told<string>;
  /** Bytes. */
  readonly size?: Told<number>;
  readonly mimeType?: Told<string>;
  readonly downloads?: Told<number>;
  /** Absolute, without credentials. */
  readonly url?: Told<string>;
  readonly createdAt?: Told<Instant>;
}
