import type { Desk, WorldAgent, WorldConversation, WorldEntry } from '../../src/sandbox/world/world.ts';

/** An agent of whom only what a test is about needs to be told. */
export function sampleAgent(parts: Partial<WorldAgent> & { readonly id: string }): WorldAgent {
  return {
    firstName: 'Rosa',
    lastName: 'Keller',
    nickname: 'Rosa',
    email: `${parts.id}@desk.example.com`,
    role: 'agent',
    online: true,
    departmentIds: ['4'],
    websiteIds: ['31'],
    maxChats: 3,
    externalId: null,
    ...parts,
  };
}

/** An entry; the customer's message unless told otherwise. */
export function sampleEntry(at: string, text: string, parts: Partial<WorldEntry> = {}): WorldEntry {
  return {
    id: `entry-${at}`,
    kind: 'message',
    author: { type: 'customer', id: '900' },
    at: Date.parse(at),
    text,
    html: false,
    attachments: [],
    ...parts,
  };
}

/** A conversation that begins with its first entry and was last changed by its last one. */
export function sampleConversation(
  id: string,
  entries: readonly WorldEntry[],
  parts: Partial<WorldConversation> = {},
): WorldConversation {
  return {
    id,
    code: id,
    publicCode: id,
    channel: 'chat',
    status: 'closed',
    subject: 'Where is my parcel?',
    createdAt: entries[0]?.at ?? 0,
    updatedAt: entries.at(-1)?.at ?? 0,
    dueAt: null,
    departmentId: '4',
    assigneeId: '11',
    customerId: '900',
    tagIds: [],
    customFields: [],
    note: null,
    priority: 'Normal',
    category: 'Delivery',
    visit: null,
    entries: [...entries],
    rating: null,
    transactions: [],
    ...parts,
  };
}

/** A desk with two agents, one customer, and these conversations. */
export function sampleDesk(timeZone: string, conversations: WorldConversation[]): Desk {
  return {
    timeZone,
    agents: [
      sampleAgent({ id: '11', role: 'owner' }),
      sampleAgent({
        id: '12',
        firstName: 'Ivo',
        lastName: 'Blum',
        nickname: 'Ivo',
        externalId: 'hr-7',
        online: false,
      }),
    ],
    departments: [{ id: '4', name: 'Parcels', description: '' }],
    tags: [
      { id: 'sh1p', name: 'shipping', color: '', backgroundColor: '', archived: false },
      { id: '01da', name: 'Old', color: '', backgroundColor: '', archived: true },
    ],
    websites: [
      { id: '31', label: 'Shop', host: 'shop.example.com' },
      { id: '32', label: 'Blog', host: 'blog.example.com' },
    ],
    customers: [
      {
        id: '900',
        userId: 'cafe01',
        firstName: 'Nora',
        lastName: 'Lindt',
        email: 'nora.lindt@example.com',
        phone: '+1 555 0100',
        country: 'Chile',
        language: 'en',
        gender: null,
        registered: true,
        createdAt: 0,
        groupIds: [],
        customFields: [],
      },
    ],
    customerGroups: [],
    conversations,
  };
}
