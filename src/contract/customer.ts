import type { CustomField } from './custom-field.ts';
import type { CustomerGroup } from './directory.ts';
import type { Entity, Told } from './entity.ts';
import type { Instant } from './instant.ts';

/** Gender as a vendor tells it. */
export type Gender = 'FEMALE' | 'MALE' | 'OTHER';

/**
 * A person as one source knows them. A conversation usually tells only a few of the fields; the others are
 * `undefined` there and told by `CustomerReader.get`.
 */
export interface Customer extends Entity {
  readonly email?: Told<string>;
  readonly name?: Told<string>;
  readonly firstName?: Told<string>;
  readonly lastName?: Told<string>;
  readonly phones?: Told<readonly string[]>;
  readonly role?: Told<string>;
  readonly gender?: Told<Gender>;
  readonly externalId?: Told<string>;
  readonly createdAt?: Told<Instant>;
  readonly groups?: Told<readonly CustomerGroup[]>;
  readonly customFields?: Told<readonly CustomField[]>;
}
