import type { Desk, WorldAgent, WorldConversation, WorldCustomer } from '../world/world.ts';
import type { LiveAgentAccount } from './liveagent-account.ts';
import type { Company } from './liveagent-company.ts';
import { makeCompanies } from './liveagent-company.ts';
import { digest } from '../digest.ts';
import { attachmentId } from './liveagent-attachment-id.ts';
import type { KnowledgeBase } from './liveagent-knowledge-base.ts';
import { makeKnowledgeBase } from './liveagent-knowledge-base.ts';

/** A file that somebody sent or uploaded. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly size: number;
  readonly createdAt: number;
}

/** All that an emulated LiveAgent account holds. */
export interface LiveAgentState {
  readonly desk: Desk;
  readonly account: LiveAgentAccount;
  readonly now: () => number;
  /** Conversations by id, code and public code. */
  readonly conversations: Map<string, WorldConversation>;
  readonly customersById: Map<string, WorldCustomer>;
  readonly agentsById: Map<string, WorldAgent>;
  /** Ids of conversations that somebody deleted; they can still be fetched. */
  readonly deleted: Set<string>;
  readonly files: Map<string, StoredFile>;
  readonly companies: readonly Company[];
  readonly knowledge: KnowledgeBase;
  /** A new id in the vendor's shape. */
  newId(length: number): string;
}

function collectFiles(desk: Desk): Map<string, StoredFile> {
  const files = new Map<string, StoredFile>();
  for (const { entries } of desk.conversations) {
    for (const entry of entries) {
      for (const { name, mimeType, size } of entry.attachments) {
        const id = attachmentId(entry.id, name);
        files.set(id, { id, name, mimeType, size, createdAt: entry.at });
      }
    }
  }
  return files;
}

/** Makes a conversation findable by its three names. */
export function indexConversation(state: LiveAgentState, conversation: WorldConversation): void {
  for (const name of [conversation.id, conversation.code, conversation.publicCode]) {
    state.conversations.set(name, conversation);
  }
}

/** Creates the account's state over one desk of the world. */
export function createState(desk: Desk, account: LiveAgentAccount): LiveAgentState {
  let created = 0;
  const state: LiveAgentState = {
    desk,
    account,
    now: account.now ?? Date.now,
    conversations: new Map(),
    customersById: new Map(desk.customers.map((customer) => [customer.id, customer])),
    agentsById: new Map(desk.agents.map((agent) => [agent.id, agent])),
    deleted: new Set(),
    files: collectFiles(desk),
    companies: makeCompanies(desk),
    knowledge: makeKnowledgeBase(desk),
    newId(length) {
      created += 1;
      return digest(`new ${created}`).slice(0, length);
    },
  };
  for (const conversation of desk.conversations) indexConversation(state, conversation);
  return state;
}
