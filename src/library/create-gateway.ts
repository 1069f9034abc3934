import type { RequestListener } from 'node:http';
import { environment as ofProcess } from '../assembly/environment.ts';
import { openGatewayParts } from '../assembly/open-gateway-parts.ts';
import type { Environment } from '../config/environment-value.ts';
import { refuseOpenListening } from '../config/open-listening.ts';
import { assembleGateway } from '../server/running-gateway.ts';
import { configurationOf } from './configuration-of.ts';
import { ownResponse } from './own-response.ts';

/** Options of `createGateway`. */
export interface GatewayOptions {
  /** The path or file URL of a configuration file, or its content as an object. */
  readonly config: string | URL | object;
  /**
   * The variables that `${NAME}` in the configuration stands for, of which HOST, PORT, LOG_LEVEL and REDIS_URL override
   * it. @default that of the process
   */
  readonly environment?: Environment;
}

/** A gateway inside another program. */
export interface Gateway {
  /** Answers a GraphQL request without a port; its address must end in `/graphql`. */
  fetch(request: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Answers all routes of the gateway, for a server of `node:http` that the program has. */
  readonly handler: RequestListener;
  /**
   * Listens at `server.host` and `server.port`; gives `http://host:port`. Rejects when that is not possible or the gateway
   * is closed, and with `ConfigError` for an address beyond loopback while there are no `clients`.
   */
  listen(): Promise<string>;
  /** Refuses new requests, gives those in flight up to `server.drainSeconds` to finish, then closes everything. */
  close(): Promise<void>;
}

/**
 * Makes a gateway. Calls no vendor, and does not listen until it is told to. Throws `ConfigError` for a configuration
 * that cannot be used.
 */
export function createGateway({ config: given, environment = ofProcess }: GatewayOptions): Gateway {
  const { config, file } = configurationOf(given, environment);
  const parts = openGatewayParts(config);
  const { fetch: answer, handler, listen, stop } = assembleGateway(parts);
  return {
    fetch: async (request, init) => ownResponse(await answer(new Request(request, init))),
    handler,
    async listen() {
      refuseOpenListening(file, config);
      await parts.settled;
      return listen();
    },
    close: stop,
  };
}
