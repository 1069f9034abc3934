// The floor with live data: the fewest calls, written by hand for this one query, without GraphQL. Argument: the stub's origin.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { inFlight } from './in-flight.ts';
import { toIso, type ConversationRecord, type MessageRecord, type TagRecord } from './records.ts';

interface AgentState {
  readonly id: string;
  readonly username: string;
  readonly firstname: string;
  readonly lastname: string;
}

const pool = new Pool(process.argv[2] ?? '', { connections: inFlight });

async function get<T>(path: string): Promise<T> {
  const separator = path.includes('?') ? '&' : '?';
  const { body } = await pool.request({ method: 'GET', path: `/api/${path}${separator}apikey=bench` });
  const { response } = (await body.json()) as { response: T };
  return response;
}

async function page(first: number, after: string | null): Promise<string> {
  const before = after ? `&dateto=${encodeURIComponent(after)}` : '';
  const [list, { tags }, { agentsOnlineStates }] = await Promise.all([
    get<{ conversations: ConversationRecord[] }>(`conversations?limit=${after ? first + 1 : first}${before}`),
    get<{ tags: TagRecord[] }>('tags'),
    get<{ agentsOnlineStates: AgentState[] }>('onlinestatus/agents'),
  ]);
  const tagsById = new Map(tags.map(({ id, name }) => [id, { vendorId: id, name }]));
  const agentsById = new Map(
    agentsOnlineStates.map(({ id, username, firstname, lastname }) => [
      id,
      { vendorId: id, name: `${firstname} ${lastname}`, email: username },
    ]),
  );
  const rows = after ? list.conversations.slice(1) : list.conversations;
  const nodes = await Promise.all(
    rows.map(async ({ conversationid, code, subject, preview, datecreated, tags: tagIds }) => {
      const path = `conversations/${conversationid}`;
      const [single, { groups }] = await Promise.all([
        get<ConversationRecord>(path),
        get<{ groups: { messages: MessageRecord[] }[] }>(`${path}/messages`),
      ]);
      return {
        vendorId: conversationid,
        reference: code,
        subject,
        preview,
        createdAt: toIso(datecreated),
        tags: tagIds.split(',').map((id) => tagsById.get(id)),
        assignee: agentsById.get(single.assignedto) ?? null,
        customFields: single.customfields,
        messages: {
          nodes: groups
            .flatMap(({ messages }) => messages)
            .map((message) => ({
              vendorId: message.messageid,
              body: message.message,
              sentAt: toIso(message.datecreated),
              author: agentsById.get(message.userid) ?? null,
            })),
        },
      };
    }),
  );
  const pageInfo = { endCursor: rows.at(-1)?.datecreated ?? null };
  return JSON.stringify({ data: { conversations: { nodes, pageInfo } } });
}

async function answer(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as {
    query: string;
    variables?: { first: number; after: string | null };
  };
  if (!variables || query.startsWith('{ __typename')) return '{"data":{"__typename":"Query"}}';
  return page(variables.first, variables.after);
}

const server = createServer((request, response) => {
  answer(request).then(
    (text) => {
      const body = Buffer.from(text);
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
      response.end(body);
    },
    () => response.writeHead(500).end(),
  );
});
server.listen({ port: 0, host: '127.0.0.1', backlog: 2048 }, () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
process.on('disconnect', () => process.exit(0));
