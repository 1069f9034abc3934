import { constants, verify, type KeyObject } from 'node:crypto';
import * as z from 'zod';

/** Algorithms that are accepted, with the kind of key each needs. None, and nothing with a shared secret. */
const algorithms = {
  EdDSA: { type: 'ed25519', hash: null, options: {} },
  ES256: { type: 'ec', hash: 'sha256', options: { dsaEncoding: 'ieee-p1363' } },
  PS256: {
    type: 'rsa',
    hash: 'sha256',
    options: { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
  },
  RS256: { type: 'rsa', hash: 'sha256', options: { padding: constants.RSA_PKCS1_PADDING } },
} as const;

/** Name of an algorithm of signatures. */
export type SignatureAlgorithm = keyof typeof algorithms;

const header = z.object({
  alg: z.enum(Object.keys(algorithms) as [SignatureAlgorithm, ...SignatureAlgorithm[]]),
  kid: z.string().optional(),
  // Extensions that must be understood. None is, so a token with some is refused.
  crit: z.undefined().optional(),
});

const payload = z.object({
  iss: z.string(),
  aud: z.union([z.string(), z.array(z.string())]),
  exp: z.number(),
  nbf: z.number().optional(),
});

/** A token as it was read; nothing in it is proven yet. */
export interface ReadToken {
  readonly algorithm: SignatureAlgorithm;
  /** The id of the issuer's key that signed it; null = the token names none. */
  readonly keyId: string | null;
  readonly issuer: string;
  readonly audiences: readonly string[];
  /** Seconds since 1970. */
  readonly expires: number;
  readonly notBefore: number | null;
  readonly signed: string;
  readonly signature: Buffer;
}

const longestToken = 8192;
const form = /^(?<head>[\w-]+)\.(?<body>[\w-]+)\.(?<signature>[\w-]+)$/;
const smallestRsaKey = 2048;

/** Reads a token; null = the text is not one, or of a kind that is not accepted. */
export function readToken(text: string): ReadToken | null {
  const { head, body, signature } = (text.length <= longestToken && form.exec(text)?.groups) || {};
  if (!head || !body || !signature) return null;
  const [kind, claims] = [header.safeParse(jsonOf(head)), payload.safeParse(jsonOf(body))];
  if (!kind.success || !claims.success) return null;
  const { iss, aud, exp, nbf } = claims.data;
  return {
    algorithm: kind.data.alg,
    keyId: kind.data.kid ?? null,
    issuer: iss,
    audiences: typeof aud === 'string' ? [aud] : aud,
    expires: exp,
    notBefore: nbf ?? null,
    signed: `${head}.${body}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

/** Whether a key may be used with an algorithm. */
export function fitsAlgorithm(key: KeyObject, algorithm: SignatureAlgorithm): boolean {
  const { asymmetricKeyType, asymmetricKeyDetails } = key;
  if (asymmetricKeyType !== algorithms[algorithm].type) return false;
  if (asymmetricKeyType === 'rsa') return (asymmetricKeyDetails?.modulusLength ?? 0) >= smallestRsaKey;
  return asymmetricKeyType !== 'ec' || asymmetricKeyDetails?.namedCurve === 'prime256v1';
}

/** Whether a key signed a token. */
export function isSignedBy({ algorithm, signed, signature }: ReadToken, key: KeyObject): boolean {
  const { hash, options } = algorithms[algorithm];
  return fitsAlgorithm(key, algorithm) && verify(hash, Buffer.from(signed), { key, ...options }, signature);
}

function jsonOf(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString());
  } catch {
    return null;
  }
}
