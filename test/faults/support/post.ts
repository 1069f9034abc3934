import { request } from 'node:http';
import { collectingBetween } from './collecting-pauses.ts';
import { machineDelay } from './machine-delay.ts';

/** What came back, and when. */
export interface TimedReply {
  readonly status: number;
  readonly body: string;
  readonly milliseconds: number;
  /** The same, less what the machine is to blame for. */
  readonly ownMilliseconds: number;
  /**
   * How much later than the deadline it came, in milliseconds, less twice what the machine is to blame for, and what went
   * into collecting memory behind the deadline. To be asked a turn later.
   */
  overshoot(): number;
}

/** What is sent, and where. */
export interface TimedRequest {
  readonly origin: string;
  readonly path?: string;
  /** Sent as JSON by POST; left out = GET. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** When the answer is due, in milliseconds after sending. */
  readonly deadlineMs: number;
}

/**
 * Sends a request on a connection of its own. On a busy machine everything is late: only what goes beyond the machine's
 * own delay is the gateway's.
 */
export function send({
  origin,
  path = '/graphql',
  body,
  headers,
  deadlineMs,
}: TimedRequest): Promise<TimedReply> {
  const began = performance.now();
  const waitedBefore = machineDelay();
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request(
      `${origin}${path}`,
      {
        method,
        agent: false,
        headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const milliseconds = performance.now() - began;
          const waited = machineDelay() - waitedBefore;
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString(),
            milliseconds,
            ownMilliseconds: Math.max(0, milliseconds - waited),
            // What could not be done meanwhile has to be done then.
            overshoot() {
              const collecting = collectingBetween(began + deadlineMs, began + milliseconds);
              return Math.max(0, milliseconds - deadlineMs - 2 * waited - 2 * collecting);
            },
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
