import type { Conversation } from '../../contract/conversation.ts';
import type { Department } from '../../contract/directory.ts';
import type { Instant } from '../../contract/instant.ts';

/** What the mapping of one account's records depends on, besides the records. */
export interface MappingSettings {
  readonly url: string;
  readonly timeZone: string;
  readonly preChat: readonly string[];
  readonly customFieldNames: readonly string[];
}

/** When a record was made and when it was fetched, and the record as it came. */
export interface RecordOrigin {
  readonly createdAt: Instant;
  readonly fetchedAt: Instant;
  readonly raw: unknown;
}

/** What neither a chat nor a ticket of this vendor has. */
export const unknownToVendor = {
  vendorChannel: null,
  durationSeconds: null,
  publicCode: null,
  dueAt: null,
  assignee: null,
  tags: [],
  revision: null,
} as const satisfies Partial<Conversation>;

/** A department, of which the vendor gives only the name. */
export function toDepartment(name: string): Department {
  return { key: name, vendorId: name, name, description: null, agents: null, availability: null };
}
