import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { KeysUnknown } from '../../src/server/key-set.ts';
import { createTokenLookup } from '../../src/server/token-callers.ts';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const small = generateKeyPairSync('rsa', { modulusLength: 1024 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const wide = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const edwards = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });

const signers: Record<string, (text: string, key: KeyObject) => Buffer> = {
  RS256: (text, key) => sign('sha256', Buffer.from(text), key),
  PS256: (text, key) => sign('sha256', Buffer.from(text), { key, padding: 6, saltLength: 32 }),
  ES256: (text, key) => sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }),
  EdDSA: (text, key) => sign(null, Buffer.from(text), key),
};

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwk = (key: KeyObject, more: object) => ({ ...key.export({ format: 'jwk' }), use: 'sig', ...more });

let server: Server;
let url: string;
let keys: object[];
let fetches = 0;
let answer: 'keys' | 'late' | 'moved' | 'outage' = 'keys';
let now: number;

beforeAll(async () => {
  server = createServer((_request, response) => {
    fetches += 1;
    if (answer === 'late') now += 5000;
    if (answer === 'outage' || answer === 'late') response.writeHead(500).end();
    else if (answer === 'moved') response.writeHead(302, { location: '/elsewhere' }).end();
    else response.end(JSON.stringify({ keys }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys.json`;
});
afterAll(() => server.close());

const warnings: string[] = [];
let lookup: (token: string) => Promise<unknown>;

beforeEach(() => {
  fetches = 0;
  answer = 'keys';
  now = Date.now();
  warnings.length = 0;
  keys = [
    jwk(rsa.publicKey, { kid: 'rsa' }),
    jwk(ec.publicKey, { kid: 'ec' }),
    jwk(edwards.publicKey, { kid: 'edwards' }),
    jwk(small.publicKey, { kid: 'small' }),
    jwk(wide.publicKey, { kid: 'wide' }),
    jwk(stranger.publicKey, { kid: 'cipher', use: 'enc' }),
    jwk(stranger.publicKey, { kid: 'other-algorithm', alg: 'PS256' }),
    { kty: 'oct', kid: 'shared', k: 'c2VjcmV0' },
    { kty: 'EC', kid: 'broken', crv: 'P-256', x: '!', y: '!' },
  ];
  const jwt = { issuer: 'https://login.example.com', audience: 'deskgraph', jwks: url };
  lookup = createTokenLookup(
    [
      { jwt, client: 'staff' },
      { jwt: { ...jwt, audience: 'robots' }, client: 'robot' },
    ],
    (message) => warnings.push(message),
    () => now,
  );
});

interface TokenOptions {
  readonly header?: object;
  readonly claims?: object;
  readonly key?: KeyObject;
  readonly signer?: string;
}

function token({ header, claims, key = rsa.privateKey, signer = 'RS256' }: TokenOptions = {}): string {
  const head = base64url({ alg: signer, kid: 'rsa', typ: 'JWT', ...header });
  const body = base64url({
    iss: 'https://login.example.com',
    aud: 'deskgraph',
    exp: now / 1000 + 300,
    sub: 'jane',
    ...claims,
  });
  return `${head}.${body}.${signers[signer]?.(`${head}.${body}`, key).toString('base64url')}`;
}

describe('a token', () => {
  test.each([
    ['RS256', 'rsa', rsa.privateKey],
    ['PS256', 'rsa', rsa.privateKey],
    ['ES256', 'ec', ec.privateKey],
    ['EdDSA', 'edwards', edwards.privateKey],
  ])('signed with %s stands for its client', async (signer, kid, key) => {
    expect(await lookup(token({ signer, key, header: { kid } }))).toMatchObject({ client: 'staff' });
  });

  test('stands for the client of its audience, be it one of several', async () => {
    expect(await lookup(token({ claims: { aud: ['somebody', 'robots'] } }))).toMatchObject({
      client: 'robot',
    });
  });

  test('need not name the key of an issuer that has one', async () => {
    keys = keys.slice(0, 1);
    expect(await lookup(token({ header: { kid: undefined } }))).toMatchObject({ client: 'staff' });
  });

  const refused: readonly (readonly [string, () => string])[] = [
    ['of another issuer', () => token({ claims: { iss: 'https://evil.example.com' } })],
    ['for another audience', () => token({ claims: { aud: 'shop' } })],
    [
      'for an audience whose name begins like the right one',
      () => token({ claims: { aud: 'deskgraph-test' } }),
    ],
    ['without an audience', () => token({ claims: { aud: undefined } })],
    ['that ended', () => token({ claims: { exp: now / 1000 - 61 } })],
    ['without an end', () => token({ claims: { exp: undefined } })],
    ['whose end is a text', () => token({ claims: { exp: '9999999999' } })],
    ['of the future', () => token({ claims: { nbf: now / 1000 + 61 } })],
    ['signed by a stranger', () => token({ key: stranger.privateKey })],
    ['that names an unknown key', () => token({ header: { kid: 'nobody' } })],
    [
      'of a key that is not for signatures',
      () => token({ key: stranger.privateKey, header: { kid: 'cipher' } }),
    ],
    [
      'of a key for another algorithm',
      () => token({ key: stranger.privateKey, header: { kid: 'other-algorithm' } }),
    ],
    ['of a key that is too short', () => token({ key: small.privateKey, header: { kid: 'small' } })],
    [
      'of a key of another curve',
      () => token({ signer: 'ES256', key: wide.privateKey, header: { kid: 'wide' } }),
    ],
    ['of a key of another kind', () => token({ key: ec.privateKey, header: { kid: 'ec' } })],
    [
      'of a key that cannot be read',
      () => token({ signer: 'ES256', key: ec.privateKey, header: { kid: 'broken' } }),
    ],
    [
      'that is not signed',
      () =>
        `${token({ header: { alg: 'none' } })
          .split('.')
          .slice(0, 2)
          .join('.')}.`,
    ],
    ['with "none" for an algorithm and a signature', () => token({ header: { alg: 'none' } })],
    ['with an extension to be understood', () => token({ header: { crit: ['b64'] } })],
    [
      'with a changed claim',
      () =>
        token().replace(
          /\.[^.]+\./,
          `.${base64url({ iss: 'https://login.example.com', aud: 'deskgraph', exp: 9_999_999_999, sub: 'root' })}.`,
        ),
    ],
    ['with a changed signature', () => token().replace(/.{8}$/, 'AAAAAAAA')],
    ['with half a signature', () => token().slice(0, -100)],
    [
      'that names no key where there are several',
      () => {
        keys.push(jwk(stranger.publicKey, { kid: 'next' }));
        return token({ header: { kid: undefined } });
      },
    ],
    ['that is no token', () => 'abc.def'],
    ['with something before it', () => `~${token()}`],
    ['with a part too many', () => `${token()}.more`],
    ['that is longer than any', () => token({ claims: { more: 'x'.repeat(8192) } })],
  ];

  test.each(refused)('%s stands for nobody', async (_name, make) => {
    expect(await lookup(make())).toBeNull();
  });

  test('signed with a public key as a shared secret stands for nobody', async () => {
    const unsigned = `${base64url({ alg: 'HS256', kid: 'rsa' })}.${token().split('.')[1]}`;
    const secret = rsa.publicKey.export({ type: 'spki', format: 'pem' });
    expect(
      await lookup(`${unsigned}.${createHmac('sha256', secret).update(unsigned).digest('base64url')}`),
    ).toBeNull();
  });

  test('may be a minute late, as clocks are', async () => {
    expect(await lookup(token({ claims: { exp: now / 1000 - 50 } }))).toMatchObject({ client: 'staff' });
    expect(await lookup(token({ claims: { nbf: now / 1000 + 50 } }))).toMatchObject({ client: 'staff' });
  });
});

describe('the keys of an issuer', () => {
  test('are fetched once for many tokens, also at the same time', async () => {
    await Promise.all(Array.from({ length: 20 }, () => lookup(token())));
    await lookup(token());
    expect(fetches).toBe(1);
  });

  test('are fetched again for an unknown one, but not more often than every thirty seconds', async () => {
    await lookup(token());
    const next = generateKeyPairSync('rsa', { modulusLength: 2048 });
    keys.push(jwk(next.publicKey, { kid: 'next' }));
    const rotated = token({ key: next.privateKey, header: { kid: 'next' } });
    expect(await lookup(rotated)).toBeNull();
    for (let count = 0; count < 50; count += 1) await lookup(token({ header: { kid: `guess-${count}` } }));
    expect(fetches).toBe(1);
    now += 31_000;
    expect(await lookup(rotated)).toMatchObject({ client: 'staff' });
    expect(fetches).toBe(2);
  });

  test('that are withdrawn are valid for ten minutes at most', async () => {
    await lookup(token());
    keys = keys.slice(1);
    now += 601_000;
    expect(await lookup(token())).toBeNull();
  });

  test('that are withdrawn are not valid for longer because the clock was set back', async () => {
    await lookup(token());
    keys = keys.slice(1);
    now -= 3_600_000;
    expect(await lookup(token())).toBeNull();
  });

  test('stay in use while the issuer cannot be asked, which is warned of', async () => {
    await lookup(token());
    answer = 'outage';
    now += 601_000;
    expect(await lookup(token())).toMatchObject({ client: 'staff' });
    expect(warnings).toEqual([
      expect.stringMatching(/could not be fetched from http:\/\/127\.0\.0\.1:\d+: status 500$/),
    ]);
  });

  test('of an issuer that cannot be reached, or sends one elsewhere: the warning says why', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const origin = `http://127.0.0.1:${(closed.address() as AddressInfo).port}`;
    closed.close();
    await once(closed, 'close');
    const jwt = { issuer: 'https://login.example.com', audience: 'deskgraph', jwks: `${origin}/keys` };
    const unreached = createTokenLookup([{ jwt, client: 'staff' }], (message) => warnings.push(message));
    await expect(unreached(token())).rejects.toThrow(KeysUnknown);
    answer = 'moved';
    await expect(lookup(token())).rejects.toThrow(KeysUnknown);
    expect(warnings).toEqual([
      `the keys of a token issuer could not be fetched from ${origin}: ECONNREFUSED`,
      expect.stringMatching(/: unexpected redirect$/),
    ]);
  });

  test('are asked for every second as long as none is known: nothing can be said of a token without them', async () => {
    answer = 'outage';
    for (let count = 0; count < 5; count += 1) await expect(lookup(token())).rejects.toThrow(KeysUnknown);
    expect(fetches).toBe(1);
    expect(await lookup(token({ claims: { iss: 'https://evil.example.com' } }))).toBeNull();
    answer = 'keys';
    now += 1001;
    expect(await lookup(token())).toMatchObject({ client: 'staff' });
  });

  test('are asked for once for a token, also of an issuer that takes longer than that second to fail', async () => {
    answer = 'late';
    await expect(lookup(token())).rejects.toThrow(KeysUnknown);
    await expect(lookup(token())).rejects.toThrow(KeysUnknown);
    expect(fetches).toBe(1);
  });

  test('that cannot be fetched are warned of once a minute, and told of when they can be again', async () => {
    answer = 'outage';
    for (let second = 0; second < 90; second += 1) {
      await expect(lookup(token())).rejects.toThrow(KeysUnknown);
      now += 1001;
    }
    expect(fetches).toBe(90);
    answer = 'keys';
    await lookup(token());
    const failure = expect.stringMatching(/could not be fetched from .*: status 500$/) as string;
    expect(warnings).toEqual([
      failure,
      failure,
      expect.stringMatching(/can be fetched again from http:\S+$/),
    ]);
  });

  test('are not looked for where the issuer’s address leads elsewhere', async () => {
    answer = 'moved';
    await expect(lookup(token())).rejects.toThrow(KeysUnknown);
    expect(fetches).toBe(1);
  });
});
