import type { CustomField } from './custom-field.ts';
import type { CustomerGroup } from './directory.ts';
import type { Entity, Told } from './entity.ts';
import type { Instant } from './instant.ts';

/** A company that customers belong to. Fields that are `undefined` are told by the directory's `get`. */
export interface Company extends Entity {
  readonly name?: Told<string>;
  readonly emails?: Told<readonly string[]>;
  readonly phones?: Told<readonly string[]>;
  readonly language?: Told<string>;
  readonly ip?: Told<string>;
  readonly createdAt?: Told<Instant>;
  readonly groups?: Told<readonly CustomerGroup[]>;
  readonly customFields?: Told<readonly CustomField[]>;
  /** Values by which the vendor recognises the company. */
  readonly uniqueFields?: Told<readonly CustomField[]>;
}
