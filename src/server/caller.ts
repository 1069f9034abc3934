import { createHash, timingSafeEqual } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { ClientConfig } from '../config/config.ts';
import type { SourceRegistry } from '../contract/helpdesk-source.ts';

/** Who calls and what exists for them. */
export interface Caller {
  /** Name of the client; null = anonymous. */
  readonly name: string | null;
  readonly access: 'read' | 'write';
  readonly sources: SourceRegistry;
}

/** Headers of a request, read by names in lower case. */
export interface RequestHeaders {
  readonly headers: Pick<Headers, 'get'>;
}

/** Makes the function that tells who sent a request. It throws UNAUTHENTICATED when keys are needed and none fits. */
export function createCallerLookup(
  clients: readonly ClientConfig[],
  sources: SourceRegistry,
): (request: RequestHeaders) => Caller {
  const anonymous: Caller = { name: null, access: 'write', sources };
  if (clients.length === 0) return () => anonymous;
  const callers = clients.map((client) => ({
    hash: Buffer.from(client.keyHash, 'hex'),
    caller: { name: client.name, access: client.access, sources: scoped(sources, client.sources) },
  }));
  return (request) => {
    const key = keyOf(request);
    const hash = key === null ? null : createHash('sha256').update(key).digest();
    const match = hash && callers.find((candidate) => timingSafeEqual(candidate.hash, hash));
    if (match) return match.caller;
    throw new GraphQLError(
      key === null
        ? 'an API key is needed: send it as Authorization: Bearer KEY or as X-API-Key'
        : 'this API key is not known',
      { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } },
    );
  };
}

function keyOf(request: RequestHeaders): string | null {
  const bearer = /^Bearer (?<key>\S+)$/i.exec(request.headers.get('authorization') ?? '');
  return bearer?.groups?.['key'] ?? request.headers.get('x-api-key');
}

function scoped(sources: SourceRegistry, names: readonly string[] | null): SourceRegistry {
  return names ? new Map([...sources].filter(([name]) => names.includes(name))) : sources;
}
