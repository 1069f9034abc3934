import { stringify } from 'yaml';
import { openGatewayParts } from '../../src/assembly/open-gateway-parts.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { createGraphqlServer } from '../../src/server/create-graphql-server.ts';
import { createLog } from '../../src/server/log.ts';
import { vendors } from '../../src/vendors/index.ts';
import { silentSources } from '../plugins/limits-gateway.ts';

/** An answer as HTTP has it. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly data?: unknown;
    readonly errors?: readonly {
      readonly message: string;
      readonly extensions: { readonly code: string; readonly requestId: string };
    }[];
  };
}

/** A gateway that takes any request and whose sources nobody answers for. */
export function openHttpGateway(sections: object = {}) {
  const text = stringify({ sources: silentSources, ...sections });
  const config = loadConfig({ file: 'test', text, environment: {}, vendors });
  const parts = openGatewayParts(config, createLog('silent'));
  const gateway = createGraphqlServer(parts);
  return {
    /** As the global one, but answered by this gateway whatever the host. */
    fetch: async (url: string, init: RequestInit = {}): Promise<Response> => gateway.fetch(url, init),
    async fetchGraphql(query: string, init: RequestInit): Promise<HttpAnswer> {
      const response = await gateway.fetch(`http://gateway/graphql${query}`, init);
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return {
        status: response.status,
        headers: response.headers,
        text,
        body: isJson ? (JSON.parse(text) as HttpAnswer['body']) : {},
      };
    },
    async close(): Promise<void> {
      await gateway.dispose();
      await Promise.all([...parts.sources.values()].map((source) => source.close()));
      await parts.closeShared();
    },
  };
}
