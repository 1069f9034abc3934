import type { JwtConfig } from '../config/config.ts';
import { isSignedBy, readToken, type ReadToken } from './json-web-token.ts';
import { KeySet } from './key-set.ts';

/** A client that is recognised by tokens. */
export interface TokenClient<Client> {
  readonly jwt: JwtConfig;
  readonly client: Client;
}

/** How much clocks may differ, in seconds. */
const leeway = 60;

/** Whose a token is. */
export interface TokenOwner<Client> {
  readonly client: Client;
  /** From when on it is not accepted any more, in milliseconds since 1970. */
  readonly validUntil: number;
}

/**
 * Makes the function that tells whose a token is; null = nobody's, or it is not valid at this time. Throws
 * `KeysUnknown`.
 */
export function createTokenLookup<Client>(
  clients: readonly TokenClient<Client>[],
  warn: (message: string) => void,
  now: () => number = Date.now,
): (text: string) => Promise<TokenOwner<Client> | null> {
  const keySets = new Map<string, KeySet>();
  for (const { jwt } of clients) {
    if (!keySets.has(jwt.jwks)) keySets.set(jwt.jwks, new KeySet({ url: jwt.jwks, warn, now }));
  }
  return async (text) => {
    const token = readToken(text);
    if (!token || !isCurrent(token, now() / 1000)) return null;
    const match = clients.find(
      ({ jwt }) => jwt.issuer === token.issuer && token.audiences.includes(jwt.audience),
    );
    const key = match && (await keySets.get(match.jwt.jwks)?.keyFor(token));
    if (!key || !isSignedBy(token, key)) return null;
    return { client: match.client, validUntil: (token.expires + leeway) * 1000 };
  };
}

function isCurrent({ expires, notBefore }: ReadToken, seconds: number): boolean {
  return seconds < expires + leeway && (notBefore === null || seconds >= notBefore - leeway);
}
