// The baseline: what one writes first. Yoga, a resolver for each field, a fetch for each record. Argument: the stub's origin.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSchema, createYoga } from 'graphql-yoga';
import type { AgentRecord, ConversationRecord, MessageRecord, TagRecord } from './records.ts';
import { toIso } from './records.ts';

const origin = process.argv[2] ?? '';

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`${origin}/api/${path}${path.includes('?') ? '&' : '?'}apikey=bench`);
  const { response: content } = (await response.json()) as { response: T };
  return content;
}

const agentOf = (id: string) => get<AgentRecord>(`agents/${id}`);
const wholes = new WeakMap<ConversationRecord, Promise<ConversationRecord>>();

/** The conversation behind a row: once, although two fields want it. */
function conversationOf(row: ConversationRecord): Promise<ConversationRecord> {
  const whole = wholes.get(row) ?? get<ConversationRecord>(`conversations/${row.conversationid}`);
  wholes.set(row, whole);
  return whole;
}

const yoga = createYoga({
  logging: false,
  schema: createSchema({
    typeDefs: /* GraphQL */ `
      type Query {
        conversations(first: Int!, after: String): Page!
      }
      type Page {
        nodes: [Conversation!]!
        pageInfo: PageInfo!
      }
      type PageInfo {
        endCursor: String
      }
      type Conversation {
        vendorId: String!
        reference: String
        subject: String
        preview: String
        createdAt: String!
        tags: [Tag!]
        assignee: Agent
        customFields: [CustomField!]
        messages(first: Int!): Messages!
      }
      type Messages {
        nodes: [Message!]!
      }
      type Message {
        vendorId: String
        body: String!
        sentAt: String
        author: Author
      }
      union Author = Agent
      type Tag {
        vendorId: String!
        name: String!
      }
      type Agent {
        vendorId: String!
        name: String!
        email: String
      }
      type CustomField {
        code: String!
        value: String
      }
    `,
    resolvers: {
      Query: {
        conversations: async (_root: unknown, { first, after }: { first: number; after?: string | null }) => {
          const before = after ? `&dateto=${encodeURIComponent(after)}` : '';
          // One row more: the last one of the page before comes first once more.
          const limit = after ? first + 1 : first;
          const { conversations } = await get<{ conversations: ConversationRecord[] }>(
            `conversations?limit=${limit}${before}`,
          );
          const nodes = after ? conversations.slice(1) : conversations;
          return { nodes, pageInfo: { endCursor: nodes.at(-1)?.datecreated ?? null } };
        },
      },
      Conversation: {
        vendorId: (row: ConversationRecord) => row.conversationid,
        reference: (row: ConversationRecord) => row.code,
        createdAt: (row: ConversationRecord) => toIso(row.datecreated),
        tags: async ({ conversationid }: ConversationRecord) =>
          (await get<{ tags: TagRecord[] }>(`conversations/${conversationid}/tags`)).tags,
        assignee: async (row: ConversationRecord) => agentOf((await conversationOf(row)).assignedto),
        customFields: async (row: ConversationRecord) => (await conversationOf(row)).customfields,
        messages: async ({ conversationid }: ConversationRecord) => {
          const path = `conversations/${conversationid}/messages`;
          const { groups } = await get<{ groups: { messages: MessageRecord[] }[] }>(path);
          return { nodes: groups.flatMap(({ messages }) => messages) };
        },
      },
      Message: {
        vendorId: (row: MessageRecord) => row.messageid,
        body: (row: MessageRecord) => row.message,
        sentAt: (row: MessageRecord) => toIso(row.datecreated),
        author: ({ userid }: MessageRecord) => agentOf(userid),
      },
      Author: { __resolveType: () => 'Agent' },
      Tag: { vendorId: ({ id }: TagRecord) => id },
      Agent: {
        vendorId: ({ userid }: AgentRecord) => userid,
        name: ({ firstname, lastname }: AgentRecord) => `${firstname} ${lastname}`,
      },
    },
  }),
});

const server = createServer(yoga);
server.listen({ port: 0, host: '127.0.0.1', backlog: 2048 }, () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('disconnect', () => process.exit(0));
