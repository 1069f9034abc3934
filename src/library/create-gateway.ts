import type { RequestListener } from 'node:http';
import { environment as ofProcess } from '../assembly/environment.ts';
import { openGatewayParts } from '../assembly/open-gateway-parts.ts';
import type { Environment } from '../config/environment-value.ts';
import { refuseOpenListening } from '../config/open-listening.ts';
import { assembleGateway } from '../server/running-gateway.ts';
import { configurationOf } from './configuration-of.ts';

/** What a gateway is made from. */
export interface GatewayOptions {
  /** The path of a configuration file, or what would stand in it as an object. */
  readonly config: string | object;
  /** Fills `${NAME}` in the configuration; HOST, PORT, LOG_LEVEL and REDIS_URL go before it. @default the process's */
  readonly environment?: Environment;
}

/** A gateway inside of another program. */
export interface Gateway {
  /** Answers a GraphQL request without a port; the address must end in `/graphql`. */
  fetch(request: Request | URL | string, init?: RequestInit): Promise<Response>;
  /** Answers all routes of the gateway, for a server of `node:http` that the program has. */
  readonly handler: RequestListener;
  /** Listens at `server.host` and `server.port`; gives `http://host:port`. Rejects when that is not possible. */
  listen(): Promise<string>;
  /** Refuses new requests, lets those in flight finish for `server.drainSeconds` at most, then closes everything. */
  close(): Promise<void>;
}

/** Makes a gateway. Calls no vendor, and listens nowhere until it is told to. Throws `ConfigError`. */
export function createGateway({ config: given, environment = ofProcess }: GatewayOptions): Gateway {
  const { config, file } = configurationOf(given, environment);
  const parts = openGatewayParts(config, { file });
  const { fetch: answer, handler, listen, stop } = assembleGateway(parts);
  return {
    fetch: async (request, init) => answer(new Request(request, init)),
    handler,
    async listen() {
      refuseOpenListening(file, config);
      await parts.settled;
      return listen();
    },
    close: stop,
  };
}
