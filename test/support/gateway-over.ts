import { stringify } from 'yaml';
import { openGatewayParts } from '../../src/assembly/open-gateway-parts.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { SourceRegistry } from '../../src/contract/helpdesk-source.ts';
import { createGraphqlServer } from '../../src/server/create-graphql-server.ts';
import { createLog } from '../../src/server/log.ts';
import { vendors } from '../../src/vendors/index.ts';
import { roomyTimes } from './roomy-times.ts';

type Section = Readonly<Record<string, unknown>>;

/** A configuration file's content, in part. */
export interface GatewaySettings {
  readonly server?: Section;
  readonly cache?: Section;
  readonly limits?: Section;
  readonly clients?: readonly Section[];
  /** By source name: put over what the source has. */
  readonly sources?: Readonly<Record<string, Section>>;
  /** Put over what every source has. */
  readonly everySource?: Section;
}

/** An error of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (number | string)[];
  readonly extensions: {
    readonly code: string;
    readonly requestId: string;
    readonly source?: string;
    readonly vendor?: string;
    readonly retryable?: boolean;
    readonly retryAfterMs?: number;
  };
}

/** What came back over HTTP. */
export interface Answer {
  readonly status: number;
  /** Null, or with nulls in it, where something failed. */
  readonly data: unknown;
  readonly errors: readonly AnswerError[];
  readonly extensions: unknown;
  /** The whole body. */
  readonly text: string;
}

/** A gateway without a port. */
export interface TestGateway {
  readonly sources: SourceRegistry;
  /** Sends a query by POST. */
  query(document: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends an operation by POST and gives the answer unread, as for a subscription. */
  send(
    document: string,
    variables?: object,
    headers?: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<Response>;
  close(): Promise<void>;
}

/** Opens a gateway over sources as a configuration file has them, the real way but for the port. */
export function openGateway(
  sources: Readonly<Record<string, Section>>,
  { everySource, sources: single, server, ...sections }: GatewaySettings = {},
): TestGateway {
  const settings = Object.entries(sources).map(([name, source]) => [
    name,
    { ...roomyTimes.source, ...source, ...everySource, ...single?.[name] },
  ]);
  const text = stringify({
    ...sections,
    server: { ...roomyTimes.server, ...server },
    sources: Object.fromEntries(settings),
  });
  const config = loadConfig({ file: 'test', text, environment: {}, vendors });
  const parts = openGatewayParts(config, createLog('silent'));
  const gateway = createGraphqlServer(parts);
  const send = async (
    document: string,
    variables: object = {},
    headers: Readonly<Record<string, string>> = {},
    signal: AbortSignal | null = null,
  ): Promise<Response> =>
    gateway.fetch('http://gateway/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify({ query: document, variables }),
      signal,
    });
  return {
    sources: parts.sources,
    send,
    async query(document: string, variables: object = {}, headers = {}) {
      const response = await send(document, variables, headers);
      const body = await response.text();
      const { data, errors = [], extensions } = JSON.parse(body) as Partial<Answer>;
      return { status: response.status, data, errors, extensions, text: body };
    },
    async close() {
      await gateway.dispose();
      await Promise.all([...parts.sources.values()].map((source) => source.close()));
      await parts.closeShared();
    },
  };
}
