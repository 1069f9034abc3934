import { stringify } from 'yaml';
import { Cancellation } from '../../../src/cache/cancellation.ts';
import { openSources } from '../../../src/assembly/open-sources.ts';
import { loadConfig } from '../../../src/config/load-config.ts';
import type { Sandbox } from '../../../src/sandbox/start-sandbox.ts';
import { createGraphqlServer } from '../../../src/server/create-graphql-server.ts';
import { createLog } from '../../../src/server/log.ts';
import { exchange, firstValue, type RawReply } from '../../../src/transport/exchange.ts';
import { openPool } from '../../../src/transport/open-pool.ts';
import {
  basePathOf,
  encodePath,
  encodeRequest,
  type CallLabel,
} from '../../../src/transport/request-encoding.ts';
import type { ReplyLimits } from '../../../src/transport/reply-decoding.ts';
import type { OpenTransport, ReadCall } from '../../../src/transport/source-transport.ts';
import { vendors } from '../../../src/vendors/index.ts';
import { decodedReply } from '../../support/decoded-reply.ts';

/** A read that an adapter made, with what the vendor answered. */
export interface CapturedRead {
  readonly source: string;
  readonly operation: string;
  readonly body: Buffer;
  /** What the adapter made of it. */
  readonly value: unknown;
  /** What the adapter makes of another body, as the transport hands it over; fails as the adapter does. */
  read(body: Buffer, endTold: boolean): Promise<unknown>;
}

/** A query. */
export interface Question {
  readonly document: string;
  readonly variables: object;
}

const limits = { cancellation: new Cancellation(), timeoutMs: 10_000, maxBytes: 32_000_000 };

/** Asks queries over a sandbox's help desks; gives the reads that they took, one of each operation of a source. */
export async function captureReads(
  sandbox: Sandbox,
  questions: readonly Question[],
): Promise<CapturedRead[]> {
  const captured = new Map<string, CapturedRead>();
  const keep = (read: CapturedRead): void => {
    const name = `${read.source} ${read.operation}`;
    // The longest has the most in it.
    if (read.body.length > (captured.get(name)?.body.length ?? 0)) captured.set(name, read);
  };
  const text = stringify({ limits: { maxCost: 100_000 }, sources: sandbox.sources });
  const config = loadConfig({ file: 'captured', text, environment: {}, vendors });
  const sources = openSources(config, capturingTransport(keep));
  const gateway = createGraphqlServer({ config, sources, log: createLog('silent') });
  for (const { document: query, variables } of questions) {
    const response = await gateway.fetch('http://gateway/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    await response.text();
  }
  await gateway.dispose();
  await Promise.all([...sources.values()].map((source) => source.close()));
  return [...captured.values()];
}

/** Reads without a cache. */
function capturingTransport(keep: (read: CapturedRead) => void): OpenTransport {
  return ({ settings, basePath = [], authorize, xml }) => {
    const pool = openPool(settings);
    return {
      async read<T>(call: ReadCall<T>) {
        const label = { source: settings.name, operation: call.operation };
        const path = encodePath(call.request.path, basePathOf(settings.url, basePath, label), label);
        const request = encodeRequest(authorize(call.request), path, label);
        const raw = await exchange(pool, new URL(settings.url).origin, request, limits);
        const read = async (body: Buffer, endTold: boolean) =>
          call.parse(await replyWith({ ...raw, body }, label, { endTold, xml }));
        const value = await read(raw.body, true);
        keep({ ...label, body: raw.body, value, read });
        return { value, fetchedAt: Date.now() };
      },
      each: (items, _context, work) => Promise.all(items.map(work)),
      detailLine: { isCrowded: false, whenRoomy: () => Promise.resolve() },
      write: () => Promise.reject(new Error('nothing is changed here')),
      describe: () => ({ method: 'GET', path: '', parameters: {} }),
      status: () => 'UP',
      rateBudget: () => null,
      close: () => pool.destroy(),
    };
  };
}

function replyWith(
  { status, headers, body }: RawReply,
  label: CallLabel,
  { endTold, xml }: { readonly endTold: boolean; readonly xml: ReplyLimits['xml'] },
) {
  const type = firstValue(headers, 'content-type');
  return decodedReply(
    { label, status, body, endTold, headers: type === undefined ? {} : { 'content-type': type } },
    { ...limits, xml },
  );
}
