/**
 * The made-up company whose help desks the sandbox emulates: one set of people and conversations, described in
 * neutral terms. Each emulator shows its vendor's part of it in that vendor's wire format. Times are milliseconds
 * since 1970 in UTC; an emulator writes them in its account's time zone.
 */
export interface World {
  readonly seed: number;
  /** The moment the world was made for; nothing in it is later. */
  readonly now: number;
  readonly desks: Readonly<Record<DeskName, Desk>>;
}

/** The help desks of the company, by the vendors that run them, in the order of their emulators' ports. */
export const deskNames = ['liveagent', 'iadvize', 'livechat', 'zazachat'] as const;

/** One help desk of the company, by the vendor that runs it. */
export type DeskName = (typeof deskNames)[number];

/** Whether there is a help desk of a vendor in the company. */
export function isDeskName(vendor: string): vendor is DeskName {
  return deskNames.some((name) => name === vendor);
}

/** All that one help desk holds. Lists are mutable: writes change them. */
export interface Desk {
  readonly timeZone: string;
  readonly agents: WorldAgent[];
  readonly departments: WorldDepartment[];
  readonly tags: WorldTag[];
  readonly websites: WorldWebsite[];
  readonly customers: WorldCustomer[];
  readonly customerGroups: WorldGroup[];
  /** By creation time, oldest first. */
  readonly conversations: WorldConversation[];
}

/** Somebody who answers customers. */
export interface WorldAgent {
  readonly id: string;
  firstName: string;
  lastName: string;
  nickname: string;
  email: string;
  role: 'administrator' | 'agent' | 'manager' | 'owner';
  online: boolean;
  readonly departmentIds: string[];
  readonly websiteIds: string[];
  maxChats: number;
  externalId: string | null;
}

/** A team of agents. */
export interface WorldDepartment {
  readonly id: string;
  name: string;
  description: string;
}

/** A label on conversations. */
export interface WorldTag {
  readonly id: string;
  name: string;
  color: string;
  backgroundColor: string;
  archived: boolean;
}

/** A web site of the company. */
export interface WorldWebsite {
  readonly id: string;
  label: string;
  host: string;
}

/** A named group of customers. */
export interface WorldGroup {
  readonly id: string;
  name: string;
  color: string;
  backgroundColor: string;
}

/** Somebody who asks. */
export interface WorldCustomer {
  readonly id: string;
  /** The id that messages carry; it differs from `id`. */
  readonly userId: string;
  firstName: string;
  lastName: string;
  /** null = only a telephone number or a visitor id is known. */
  email: string | null;
  phone: string | null;
  country: string;
  language: 'en' | 'es' | 'fr' | 'ja';
  gender: 'F' | 'M' | 'O' | null;
  registered: boolean;
  readonly createdAt: number;
  readonly groupIds: string[];
  readonly customFields: { code: string; value: string }[];
}

/** An e-mail ticket, a form, a call, a chat …, described in neutral terms. */
export interface WorldConversation {
  readonly id: string;
  /** The code people use. */
  readonly code: string;
  readonly publicCode: string;
  channel: 'call' | 'chat' | 'email' | 'facebook' | 'form' | 'manual' | 'whatsapp';
  status: 'answered' | 'closed' | 'new' | 'open' | 'pending' | 'postponed' | 'resolved' | 'spam';
  subject: string;
  readonly createdAt: number;
  updatedAt: number;
  dueAt: number | null;
  departmentId: string;
  assigneeId: string | null;
  readonly customerId: string;
  tagIds: string[];
  customFields: { code: string; value: string }[];
  note: string | null;
  priority: 'High' | 'Low' | 'Normal';
  category: string;
  visit: {
    country: string;
    host: string;
    referrer: string;
    userAgent: string;
    websiteId: string | null;
  } | null;
  readonly entries: WorldEntry[];
  /** Survey answers from 1 to 3, three being the best; the comment may be empty. */
  rating: { welcome: number; delay: number; resolution: number; comment: string; at: number } | null;
  /** Purchases that followed. `amount` in cents. */
  readonly transactions: { id: string; reference: string; amountCents: number; at: number }[];
}

/** One thing said or done, oldest first. */
export interface WorldEntry {
  readonly id: string;
  readonly kind: 'close' | 'message' | 'navigation' | 'note' | 'rating' | 'status' | 'tag' | 'transfer';
  /** Who did it: a customer's or agent's id, or the software itself. */
  readonly author: { type: 'agent' | 'customer'; id: string } | { type: 'system' };
  readonly at: number;
  /** HTML where `html` says so; a URL for `navigation`; a tag's name, a status or an agent's id for the others. */
  readonly text: string;
  readonly html: boolean;
  readonly attachments: { name: string; mimeType: string; size: number }[];
}
