import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A call as the desk got it. */
export interface DeskCall {
  readonly method: string;
  /** Behind `/api`, decoded, segments joined by `/`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** What a change sends. */
  readonly form: Readonly<Record<string, string>>;
}

/** What the desk answers: the record to put into the envelope, or a whole reply. */
export type DeskAnswer =
  | { readonly record: unknown }
  | { readonly status: number; readonly body: string; readonly type?: string };

/** A LiveAgent account on a loopback port whose answers a test decides. */
export interface TestDesk {
  readonly url: string;
  readonly calls: DeskCall[];
  answer: (call: DeskCall) => DeskAnswer;
  close(): Promise<void>;
}

/** Opens a desk. */
export async function openDesk(answer: TestDesk['answer']): Promise<TestDesk> {
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://desk');
      const path = pathname.split('/').slice(2).map(decodeURIComponent).join('/');
      const call: DeskCall = {
        method: request.method ?? '',
        path,
        query: Object.fromEntries(searchParams),
        form: Object.fromEntries(new URLSearchParams(body)),
      };
      desk.calls.push(call);
      send(desk.answer(call), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const desk: TestDesk = {
    url: `http://127.0.0.1:${port}`,
    calls: [],
    answer,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return desk;
}

/** The vendor's way to say no. */
export function refusal(status: number, errormessage: string, httpStatus = status): DeskAnswer {
  const record = { status: 'ERROR', statuscode: status, errormessage, debugmessage: '' };
  return { status: httpStatus, body: JSON.stringify({ response: record }) };
}

function send(answer: DeskAnswer, response: ServerResponse): void {
  if ('record' in answer) {
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ response: answer.record }));
    return;
  }
  response.writeHead(answer.status, { 'content-type': answer.type ?? 'application/json' }).end(answer.body);
}
