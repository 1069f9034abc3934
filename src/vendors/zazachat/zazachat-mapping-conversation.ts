import type { Conversation } from '../../contract/conversation.ts';
import type { Department } from '../../contract/directory.ts';
import type { Instant } from '../../contract/instant.ts';

/** What the mapping of one account's records depends on, beside the records. */
export interface MappingSettings {
  readonly url: string;
  readonly timeZone: string;
  readonly preChat: readonly string[];
  readonly customFieldNames: readonly string[];
}

/** When and as what a record came. */
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

/** A department, of which the vendor tells the name and nothing else. */
export function toDepartment(name: string): Department {
  return { key: name, vendorId: name, name, description: null, agents: null, availability: null };
}
