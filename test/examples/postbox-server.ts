import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A ticket as Postbox keeps it. */
export interface PostboxTicket {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly state: string;
  readonly created_at: string;
  readonly changed_at: string;
  readonly from: { readonly name: string; readonly email: string };
  readonly messages: {
    readonly id: string;
    readonly at: string;
    readonly by: string;
    readonly name: string | null;
    readonly internal: boolean;
    readonly body: string;
  }[];
}

/** The made-up help desk, over HTTP on loopback. */
export interface PostboxServer {
  readonly url: string;
  readonly token: string;
  readonly tickets: readonly PostboxTicket[];
  /** Addresses asked for, with their query. */
  readonly asked: string[];
  /** Answers this status from now on; null = works. */
  failWith: number | null;
  /** Called after each list. */
  afterList: (() => void) | null;
  close(): void;
}

const minute = 60_000;
const words = ['Lost parcel', 'Invoice', 'Broken zip', 'New address'];
const states = ['new', 'open', 'waiting', 'closed', 'parked'];

/** Tickets until a moment, one every other hour; every seventh has the time of the one before. */
export function createTickets(now: number, count: number): PostboxTicket[] {
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(now - (index - (index % 7 === 6 ? 1 : 0)) * 120 * minute).toISOString();
    const email = `person${index % 40}@Example.com`;
    return {
      id: `t/${index}`,
      number: 5000 - index,
      subject: `${words[index % words.length]} ${index}`,
      state: states[index % states.length] ?? 'new',
      created_at: at,
      changed_at: new Date(Date.parse(at) + (index % 3) * minute).toISOString(),
      from: { name: `Person ${index % 40}`, email },
      messages: [
        {
          id: `m${index}`,
          at,
          by: 'customer',
          name: `Person ${index % 40}`,
          internal: false,
          body: 'Hello?',
        },
      ],
    };
  });
}

/** Starts Postbox with some tickets. */
export async function startPostbox(tickets: readonly PostboxTicket[]): Promise<PostboxServer> {
  const token = 'canary-postbox-token';
  const server = createServer((request, response) => {
    postbox.asked.push(`${request.method} ${request.url}`);
    if (postbox.failWith !== null) return send(response, postbox.failWith, { error: 'out of order' });
    if (request.headers.authorization !== `Bearer ${token}`) return send(response, 401, { error: 'who?' });
    return void answer(request, response, postbox);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const postbox: PostboxServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    tickets,
    asked: [],
    failWith: null,
    afterList: null,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return postbox;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { tickets, afterList }: PostboxServer,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://postbox');
  const [, , , id, part] = pathname.split('/').map(decodeURIComponent);
  if (id === undefined) {
    send(response, 200, listed(tickets, searchParams));
    return afterList?.();
  }
  const ticket = tickets.find((each) => each.id === id);
  if (!ticket) return send(response, 404, { error: 'no such ticket' });
  if (part !== 'notes') return send(response, 200, ticket);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { body } = JSON.parse(Buffer.concat(chunks).toString()) as { readonly body: string };
  if (body.trim() === '') return send(response, 422, { error: 'a note needs words' });
  const at = new Date().toISOString();
  const count = ticket.messages.length;
  ticket.messages.push({ id: `n${count}`, at, by: 'agent', name: null, internal: true, body });
  return send(response, 201, { id: `n${count}` });
}

function listed(tickets: readonly PostboxTicket[], query: URLSearchParams): object {
  const sort = query.get('sort') === 'changed_at' ? 'changed_at' : 'created_at';
  const sign = query.get('order') === 'asc' ? 1 : -1;
  const from = query.get('from') ?? '';
  const to = query.get('to') ?? '9';
  const email = query.get('email')?.toLowerCase();
  const after = JSON.parse(query.get('after') ?? 'null') as Place | null;
  const compare = (one: Place, other: Place) => sign * (one.at - other.at || one.id.localeCompare(other.id));
  const placeOf = (ticket: PostboxTicket): Place => ({ at: Date.parse(ticket[sort]), id: ticket.id });
  const found = tickets
    .filter((ticket) => ticket[sort] >= from && ticket[sort] < to)
    .filter((ticket) => email === undefined || ticket.from.email.toLowerCase() === email)
    .filter((ticket) => after === null || compare(placeOf(ticket), after) > 0)
    .toSorted((one, other) => compare(placeOf(one), placeOf(other)));
  const page = found.slice(0, Math.min(Number(query.get('limit') ?? 20), 100));
  const last = page.at(-1);
  return {
    tickets: page.map(({ messages: _messages, ...row }) => row),
    next: last && page.length < found.length ? JSON.stringify(placeOf(last)) : null,
  };
}

/** Where a ticket stands in a list. */
interface Place {
  readonly at: number;
  readonly id: string;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
