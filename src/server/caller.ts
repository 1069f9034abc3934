import { hash, timingSafeEqual } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { ClientConfig } from '../config/config.ts';
import type { SourceRegistry } from '../contract/helpdesk-source.ts';
import { KeysUnknown } from './key-set.ts';
import { createTokenLookup } from './token-callers.ts';

/** Who calls, and what exists for them. */
export interface Caller {
  /** Name of the client; null = anonymous. */
  readonly name: string | null;
  readonly access: 'read' | 'write';
  readonly sources: SourceRegistry;
  /** The same text for callers with the same name and rights, who may be given each other's answers. */
  readonly scope: string;
  /** When the token expires that says who calls, in milliseconds since 1970; null = it was none, or a key. */
  readonly validUntil: number | null;
}

/** Headers of a request, read by names in lower case. */
export interface RequestHeaders {
  readonly headers: Pick<Headers, 'get'>;
}

/**
 * Tells who sent a request. Fails with UNAUTHENTICATED for an unknown caller, and with UPSTREAM_UNAVAILABLE while that
 * cannot be known because the issuer of a token was never reached.
 */
export type CallerLookup = (request: RequestHeaders) => Caller | Promise<Caller>;

/**
 * Makes the function that tells who sent a request: a client, recognised by its key or token; anybody, where no clients
 * are configured.
 */
export function createCallerLookup(
  clients: readonly ClientConfig[],
  sources: SourceRegistry,
  warn: (message: string) => void,
): CallerLookup {
  const anonymous = callerNamed({ name: null, access: 'write' }, sources);
  if (clients.length === 0) return () => anonymous;
  const known = clients.map((client) => ({
    ...client,
    caller: callerNamed(client, scoped(sources, client.sources)),
  }));
  const byKey = known.flatMap(({ keyHash, caller }) =>
    keyHash === null ? [] : [{ hash: Buffer.from(keyHash, 'hex'), caller }],
  );
  const byToken = createTokenLookup(
    known.flatMap(({ jwt, caller }) => (jwt === null ? [] : [{ jwt, client: caller }])),
    warn,
  );
  const ownerOf = (key: Buffer | string): Caller | undefined => {
    const digest = hash('sha256', key, 'buffer');
    return byKey.find((candidate) => timingSafeEqual(candidate.hash, digest))?.caller;
  };
  const check = async (key: string): Promise<Caller> => {
    const owner = await byToken(key).catch((error: unknown) => {
      throw error instanceof KeysUnknown ? unreachableIssuer() : error;
    });
    if (owner) return { ...owner.client, validUntil: owner.validUntil };
    throw unauthenticated('this API key or token is not known, or not valid any more');
  };
  return (request) => {
    const key = keyOf(request);
    if (key === null) {
      throw unauthenticated('an API key is needed: send it as Authorization: Bearer KEY or as X-API-Key');
    }
    // A header's letters are bytes: those of a key in UTF-8, or its letters themselves where it was sent in Latin-1.
    return ownerOf(Buffer.from(key, 'latin1')) ?? ownerOf(key) ?? check(key);
  };
}

function callerNamed({ name, access }: Pick<Caller, 'access' | 'name'>, sources: SourceRegistry): Caller {
  return { name, access, sources, scope: JSON.stringify([name, [...sources.keys()]]), validUntil: null };
}

function unauthenticated(message: string): GraphQLError {
  const http = { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } };
  return new GraphQLError(message, { extensions: { code: 'UNAUTHENTICATED', http } });
}

function unreachableIssuer(): GraphQLError {
  const http = { status: 503, headers: { 'Retry-After': '1' } };
  return new GraphQLError('the issuer of this token could not be asked for its keys yet', {
    extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: true, retryAfterMs: 1000, http },
  });
}

function keyOf(request: RequestHeaders): string | null {
  const bearer = /^Bearer +(?<key>\S+)$/i.exec(request.headers.get('authorization') ?? '');
  return bearer?.groups?.['key'] ?? request.headers.get('x-api-key');
}

function scoped(sources: SourceRegistry, names: readonly string[] | null): SourceRegistry {
  return names ? new Map([...sources].filter(([name]) => names.includes(name))) : sources;
}
