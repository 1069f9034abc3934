import type { ServerResponse } from 'node:http';
import type { EmulatedReply, Fault } from './emulator.ts';

/** Writes a reply in full. */
export function sendReply(response: ServerResponse, reply: EmulatedReply): void {
  const body = Buffer.from(reply.body);
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(body.length) });
  response.end(body);
}

/** Writes a reply's head and the first bytes of its body, then ends the connection. */
export function sendTruncated(response: ServerResponse, reply: EmulatedReply, bytes: number): void {
  const body = Buffer.from(reply.body);
  response.writeHead(reply.status, {
    ...reply.headers,
    // Without the minimum, an empty body would arrive whole.
    'content-length': String(Math.max(body.length, bytes + 1)),
    connection: 'close',
  });
  response.write(body.subarray(0, bytes), () => response.socket?.end());
}

/** The answer a fault gives in the emulator's place; `undefined` when the emulator is to answer. */
export function faultReply(fault: Fault): EmulatedReply | undefined {
  const retryAfter: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) };
  if (fault.html === true) {
    const body = '<!DOCTYPE html><html><head><title>Back soon</title></head><body>Maintenance</body></html>';
    return {
      status: fault.status ?? 200,
      headers: { ...retryAfter, 'content-type': 'text/html; charset=utf-8' },
      body,
    };
  }
  if (fault.status === undefined && fault.retryAfter === undefined) return undefined;
  const status = fault.status ?? 429;
  return { status, headers: { ...retryAfter, 'content-type': 'text/plain' }, body: `fault ${status}` };
}
