import type { ServerResponse } from 'node:http';

/** Sends a body as JSON. */
export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  sendText(response, status, 'application/json; charset=utf-8', `${JSON.stringify(body)}\n`);
}

/** Sends a body of a media type; for a HEAD request only its headers. */
export function sendText(
  response: ServerResponse,
  status: number,
  type: string,
  body: Buffer | string,
): void {
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  // Browsers must not take a body for a script because of what it looks like.
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(response.req.method === 'HEAD' ? undefined : body);
}
