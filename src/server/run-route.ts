import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendJson } from './send-json.ts';

/** Answers the requests of one path. */
export type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** Runs what answers a request. A failure is answered with 500, and does not end the process. */
export function runRoute(response: ServerResponse, work: () => unknown): void {
  try {
    const done = work();
    if (done instanceof Promise) done.catch(() => sendFailure(response));
  } catch {
    sendFailure(response);
  }
}

function sendFailure(response: ServerResponse): void {
  if (response.headersSent) response.destroy();
  else sendJson(response, 500, { error: 'unexpected error in the gateway' });
}
