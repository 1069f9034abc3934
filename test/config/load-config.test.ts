import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ConfigError } from '../../src/config/config-error.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { Secret } from '../../src/contract/secret.ts';
import type { VendorSettings } from '../../src/config/config.ts';

const vendors: readonly VendorSettings[] = [
  {
    id: 'acme',
    settings: { url: z.string(), apiKey: z.string().min(1), timeZone: z.string().default('Europe/Paris') },
    secrets: ['apiKey'],
    requestsPerMinute: 180,
  },
  {
    id: 'bolt',
    settings: { url: z.string().default('https://bolt.example.com'), login: z.string() },
    secrets: [],
    requestsPerMinute: null,
  },
];

const load = (text: string, environment: Record<string, string> = {}) =>
  loadConfig({ file: 'desk.yaml', text, environment, vendors });

function faultsOf(text: string, environment: Record<string, string> = {}) {
  try {
    load(text, environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  throw new Error('expected a ConfigError');
}

const minimal = `
sources:
  support:
    vendor: acme
    url: https://acme.example.com
    apiKey: s3cret-key
`;

describe('loadConfig', () => {
  test('fills in what the file leaves out', () => {
    const config = load(minimal);
    expect(config.server).toMatchObject({
      host: '127.0.0.1',
      port: 4000,
      drainSeconds: 10,
      lateAfterMs: 3000,
    });
    expect(config.limits).toEqual({
      maxPageSize: 100,
      maxDepth: 10,
      maxCost: 1000,
      maxTokens: 2000,
      maxAliases: 50,
      maxDirectives: 50,
      maxBodyKb: 256,
      maxWaitMs: 3000,
    });
    expect(config.sources[0]).toMatchObject({
      name: 'support',
      vendor: 'acme',
      timeZone: 'Europe/Paris',
      timeoutMs: 10_000,
      maxConcurrent: 16,
      requestsPerMinute: 180,
      retries: 2,
    });
  });

  test('uses the vendor’s own address when the file gives none', () => {
    expect(load('sources: { b: { vendor: bolt, login: me } }').sources[0]?.url).toBe(
      'https://bolt.example.com',
    );
  });

  test('takes variables from the environment, with a default where one is written', () => {
    const text = minimal
      .replace('s3cret-key', '${KEY}')
      .replace('acme.example.com', '${DESK:-fallback.example.com}');
    const [source] = load(text, { KEY: 'from-environment' }).sources;
    expect((source?.['apiKey'] as Secret | undefined)?.reveal()).toBe('from-environment');
    expect(source?.url).toBe('https://fallback.example.com');
  });

  test('names the key and the variable that is not set', () => {
    expect(faultsOf(minimal.replace('s3cret-key', '${NO_SUCH_KEY}'))).toEqual([
      { path: 'sources.support.apiKey', line: 6, message: 'the environment variable NO_SUCH_KEY is not set' },
    ]);
  });

  describe('a secret in a file of its own', () => {
    const folder = mkdtempSync(join(tmpdir(), 'secret-'));
    const fileWith = (content: Buffer | string) => {
      const file = join(folder, String(content.length));
      writeFileSync(file, content);
      return file;
    };
    afterAll(() => rmSync(folder, { recursive: true }));
    const withKey = minimal.replace('s3cret-key', '${KEY}');
    const keyOf = (environment: Readonly<Record<string, string>>, text = withKey) =>
      (load(text, environment).sources[0]?.['apiKey'] as Secret | undefined)?.reveal();

    test('is read where the variable is not set but NAME_FILE is, without the line break at the end', () => {
      const file = fileWith('from-a-file\n');
      expect(keyOf({ KEY_FILE: file })).toBe('from-a-file');
      expect(keyOf({ KEY_FILE: file, KEY: 'from-environment' })).toBe('from-environment');
      expect(keyOf({ KEY_FILE: file }, minimal.replace('s3cret-key', '${KEY:-fallback}'))).toBe(
        'from-a-file',
      );
      const { cache } = load(minimal, { REDIS_URL_FILE: fileWith('redis://:word@127.0.0.1') });
      expect(cache.redis?.reveal()).toBe('redis://:word@127.0.0.1');
    });

    test('is read without the mark that some editors put before a text', () => {
      expect(keyOf({ KEY_FILE: fileWith('\uFEFFfrom-an-editor\r\n') })).toBe('from-an-editor');
    });

    test.each([
      ['UTF-16', Buffer.from('\uFEFFs3cret', 'utf16le')],
      ['UTF-16 without a mark', Buffer.from('s3cret', 'utf16le')],
      ['Latin-1', Buffer.from('s3crét', 'latin1')],
    ])('in %s is refused', (_name, content) => {
      expect(faultsOf(withKey, { KEY_FILE: fileWith(content) })).toEqual([
        {
          path: 'sources.support.apiKey',
          line: 6,
          message: 'the file that KEY_FILE names is not text in UTF-8',
        },
      ]);
    });

    test('that cannot be read is told with its line, once', () => {
      const message = 'the file that KEY_FILE names cannot be read (ENOENT)';
      expect(faultsOf(withKey, { KEY_FILE: join(folder, 'none') })).toEqual([
        { path: 'sources.support.apiKey', line: 6, message },
      ]);
      expect(faultsOf(minimal, { REDIS_URL_FILE: join(folder, 'none') })).toEqual([
        { path: 'cache.redis', line: null, message: message.replace('KEY_FILE', 'REDIS_URL_FILE') },
      ]);
    });
  });

  test('lets HOST, PORT, REDIS_URL and LOG_LEVEL go before the file', () => {
    const config = load(`server: { host: 127.0.0.2, port: 1 }\n${minimal}`, {
      HOST: '::1',
      PORT: '4321',
      REDIS_URL: 'redis://127.0.0.1:6379',
      LOG_LEVEL: 'debug',
    });
    expect(config.server).toMatchObject({ host: '::1', port: 4321, logLevel: 'debug' });
    expect(config.cache.redis?.reveal()).toBe('redis://127.0.0.1:6379');
  });

  test.each(['null', 'true', "''", '[4000]', '{}', '1e3x', '-1', '65536', '40.5'])(
    'takes no port for %s',
    (port) => {
      expect(faultsOf(`server: { port: ${port} }\n${minimal}`).map(({ path }) => path)).toEqual([
        'server.port',
      ]);
    },
  );

  test('takes a port written as text, as a variable is', () => {
    expect(load(`server: { port: '4321' }\n${minimal}`).server.port).toBe(4321);
    expect(faultsOf(minimal, { PORT: ' ' })[0]?.message).toContain('the environment variable PORT');
  });

  test('tells all faults at once, each with its line', () => {
    const faults = faultsOf(`server:
  prt: 4000
  lateAfterMs: soon
sources:
  Support:
    vendor: acme
    url: https://acme.example.com
    apiKey: x
  shop:
    vendor: acmee
  desk:
    vendor: acme
    url: ftp://acme.example.com
  paid:
    vendor: acme
    url: https://user:pass@acme.example.com
    apiKey: ''
`);
    const told = faults.map(({ path, line }) => `${path}:${line}`);
    expect(told).toEqual(
      expect.arrayContaining([
        'server.prt:2',
        'server.lateAfterMs:3',
        'sources.Support:5',
        'sources.shop.vendor:10',
        'sources.desk.url:13',
        'sources.desk.apiKey:11',
        'sources.paid.url:16',
        'sources.paid.apiKey:17',
      ]),
    );
    expect(faults.find(({ path }) => path === 'server.prt')?.message).toBe(
      'unknown key "prt"; did you mean "port"?',
    );
    expect(faults.find(({ path }) => path === 'sources.shop.vendor')?.message).toContain(
      'did you mean "acme"?',
    );
  });

  test('never shows a secret', () => {
    const config = load(minimal);
    for (const shown of [
      inspect(config, { depth: 9 }),
      JSON.stringify(config),
      String(config.sources[0]?.['apiKey']),
    ]) {
      expect(shown).not.toContain('s3cret-key');
    }
    const faults = faultsOf(
      minimal.replace('s3cret-key', '[s3cret-key]').replace('https', 'https://s3cret-key:x@'),
    );
    expect(JSON.stringify(faults)).not.toContain('s3cret-key');
  });

  test('refuses an unknown source of a client', () => {
    const [fault] = faultsOf(
      `clients: [{ name: app, keyHash: ${'a'.repeat(64)}, sources: [suport] }]\n${minimal}`,
    );
    expect(fault?.message).toBe('there is no source "suport"; did you mean "support"?');
  });

  test('refuses what is not YAML, no sources, and a key given twice', () => {
    expect(faultsOf('sources: [')[0]?.line).toBe(1);
    expect(faultsOf('')[0]?.path).toBe('sources');
    expect(faultsOf('sources: {}')[0]?.message).toContain('at least one source');
    expect(faultsOf(`${minimal}  support:\n    vendor: acme\n`)).toEqual([
      { path: '', line: 7, message: 'the key "support" is given twice' },
    ]);
    expect(faultsOf(`{ "a secret": 1, "a secret": 2 }`)[0]?.message).toBe('the key is given twice');
    expect(faultsOf(`${minimal}---\n${minimal}`)[0]?.message).toContain('expected one document');
    expect(faultsOf(minimal.replace('s3cret-key', '!env KEY'))[0]).toMatchObject({ path: '', line: 6 });
  });

  test('takes a section of which all is a comment for one that is left out', () => {
    const text = `server:\n  # port: 4001\ncache:\nlimits:\nclients:\n${minimal}    cacheSeconds:\n`;
    expect(load(text)).toEqual(load(minimal));
  });

  test('knows merge keys, by which sources share their settings', () => {
    const text = `${minimal.replace('support:', 'support: &usual')}  second: { <<: *usual, url: https://two.example.com }\n`;
    const [first, second] = load(text).sources;
    expect(second).toEqual({ ...first, name: 'second', url: 'https://two.example.com' });
  });

  test.each(['${A', '${A-b}', '${A:?c}', '${}', '${A:-${B}}', '${1}'])(
    'does not take %s for the text itself',
    (written) => {
      const [fault] = faultsOf(minimal.replace('s3cret-key', `"${written}"`), { A: 'a', B: 'b' });
      expect(fault).toMatchObject({ path: 'sources.support.apiKey', line: 6 });
      expect(fault?.message).toContain('expected ${NAME} or ${NAME:-default}');
    },
  );

  test('takes what looks like a variable in what a variable holds as it is', () => {
    const [source] = load(minimal.replace('s3cret-key', '${KEY}'), { KEY: '${KEY' }).sources;
    expect((source as unknown as { apiKey: Secret }).apiKey.reveal()).toBe('${KEY');
  });

  test('lets a variable say that everybody may come in', () => {
    const text = `server: { host: 0.0.0.0, allowAnonymous: "\${OPEN}" }\n${minimal}`;
    const read = (OPEN: string) =>
      loadConfig({ file: 'desk.yaml', text, environment: { OPEN }, vendors, listens: true });
    expect(read('true').server.allowAnonymous).toBe(true);
    expect(() => read('false')).toThrow('without `clients`');
  });

  test('refuses aliases that lead in a circle, or to very much', () => {
    const bomb = `a: &a [1]\n${['ba', 'cb', 'dc'].map(([name, of]) => `${name}: &${name} [${`*${of}, `.repeat(40)}]\n`).join('')}`;
    for (const text of ['a: &a { b: *a }', bomb]) {
      expect(faultsOf(text)[0]?.message).toContain('aliases');
    }
  });

  test('tells where a text begins with *, without the text', () => {
    const [fault, ...others] = faultsOf(minimal.replace('s3cret-key', '*s3cret-key'));
    expect(fault).toMatchObject({ path: '', line: 6 });
    expect(fault?.message).toBe('an alias (*name) of nothing; quote a value that begins with *');
    expect(others).toEqual([]);
  });

  test.each([
    ['vendor', minimal.replace('acme', '${NAME}'), 'unknown vendor (not shown'],
    [
      'source of a client',
      `clients: [{ name: app, keyHash: ${'a'.repeat(64)}, sources: ["\${NAME}"] }]\n${minimal}`,
      'there is no source of this name (not shown',
    ],
  ])('does not repeat the %s that a variable names', (_name, text, message) => {
    const faults = faultsOf(text, { NAME: 'hush-hush' });
    expect(faults.map((fault) => fault.message)).toEqual([expect.stringContaining(message)]);
    expect(JSON.stringify(faults)).not.toContain('hush-hush');
  });

  test('says what was expected and what came', () => {
    const server =
      'limits: { maxCost: .inf }\nserver: { port: 70000, drainSeconds: -1, graphiql: yes, lateAfterMs: 1.5, cors: "*", logLevel: loud, host: }';
    const messages = Object.fromEntries(
      faultsOf(`${server}\ncache: { memoryMb: -1 }\n${minimal}`).map(({ path, message }) => [path, message]),
    );
    expect(messages).toEqual({
      'limits.maxCost': 'expected a number, but got: Infinity',
      'server.port': 'expected a number up to 65535, but got: 70000',
      'server.drainSeconds': 'expected a number of at least 0, but got: -1',
      'server.graphiql': 'expected true or false, but got: "yes"',
      'server.lateAfterMs': 'expected a whole number, but got: 1.5',
      'server.cors': 'expected a list, but got: "*"',
      'server.logLevel': 'expected one of trace, debug, info, warn, error, fatal, silent, but got: "loud"',
      'server.host': 'expected text, but got: null',
      'cache.memoryMb': 'expected a number of at least 0, but got: -1',
    });
  });

  test.each([
    ['server: { host: "" }', 'expected text that is not empty, but got: ""'],
    ['server: { persistedOperations: "" }', 'expected text that is not empty, but got: ""'],
    ['cache: { prefix: a b }', 'expected 1 to 64 letters, digits, - or _, but got: "a b"'],
    ['clients: [{ name: "", keyHash: "${"0".repeat(64)}" }]', 'expected text that is not empty, but got: ""'],
    [
      'clients: [{ name: a, keyHash: s3cret }]',
      'expected the SHA-256 of the key as 64 hex digits, but got: text (not shown, as it may be secret)',
    ],
    [
      'cache: { redis: "localhost:6379" }',
      'expected a URL that begins with redis://, rediss://, redis-cluster:// or rediss-cluster://, but got: text (not shown, as it may be secret)',
    ],
  ])('says what came where a setting has words of its own: %s', (text, words) => {
    const [fault] = faultsOf(`${text.replace('${"0".repeat(64)}', '0'.repeat(64))}\n${minimal}`);
    expect(fault?.message).toBe(words);
  });

  test.each(['a.example/api?apikey=s3cret', 'user:s3cret@a.example', 'ftp://user:s3cret@a.example'])(
    'does not tell an address that may hold credentials: %s',
    (url) => {
      const told = JSON.stringify(faultsOf(minimal.replace(/url: .*/, `url: "${url}"`)));
      expect(told).toMatch(
        /expected (?:an absolute URL|a URL with http or https), but got: text \(not shown/,
      );
      expect(told).not.toContain('s3cret');
    },
  );

  test.each([
    'https://a.example/',
    'https://A.example',
    'a.example',
    'https://a.example:443',
    'http://u@a.example',
    'https://*.a.example',
  ])('refuses a page’s origin that no browser sends: %s', (origin) => {
    expect(faultsOf(`server: { cors: ["${origin}"] }\n${minimal}`)[0]).toMatchObject({
      path: 'server.cors.0',
      message: expect.stringContaining('expected an origin such as https://shop.example.com'),
    });
  });

  test('takes origins of pages as browsers send them', () => {
    const cors = [
      '*',
      'https://a.example',
      'http://localhost:5173',
      'http://[::1]:8080',
      'capacitor://localhost',
    ];
    expect(load(`server: { cors: ${JSON.stringify(cors)} }\n${minimal}`).server.cors).toEqual(cors);
  });

  test('names the variable where what the environment says cannot be used', () => {
    expect(faultsOf(`server: { port: 1 }\n${minimal}`, { PORT: '99999' })).toEqual([
      {
        path: 'server.port',
        line: null,
        message: 'expected a number up to 65535, but got: "99999" (the environment variable PORT)',
      },
    ]);
  });

  test('reads numbers, and true and false, from variables, too', () => {
    const text = `cache: { memoryMb: "\${MB}" }\nserver: { graphiql: "\${SHOW:-false}" }\n${minimal}    retries: \${TRIES}\n`;
    const config = load(text, { MB: '64.5', TRIES: '0' });
    expect([config.cache.memoryMb, config.server.graphiql, config.sources[0]?.retries]).toEqual([
      64.5,
      false,
      0,
    ]);
  });

  test('does not tell a secret that was written without quotes', () => {
    const text = `server: { secret: 424242 }\nclients: [{ name: a, keyHash: 464646 }]\n${minimal}`;
    const told = JSON.stringify(faultsOf(text.replace(/apiKey: .*/, 'apiKey: 88123456')));
    expect(told).toContain('expected text, but got: a number (not shown, as it may be secret)');
    expect(told).not.toMatch(/424242|464646|88123456/);
  });

  test.each([
    'a: }\n${text}',
    '[${text}',
    'sources: { support: { vendor: ${NAME}, apiKey: s3cret-key } }',
    ...[
      '!s3cret-key',
      '*s3cret-key',
      '|s3cret-key',
      '!<s3cret-key',
      '!s3cret-key!',
      '%s3cret-key',
      '"s3cret-key',
      '"x" s3cret-key',
    ].map((written) => `a: \${NAME}\nkey: ${written}\n`),
  ])('does not tell a secret of a file that is no YAML: %s', (form) => {
    const faults = faultsOf(form.replace('${text}', minimal));
    expect(faults.length).toBeGreaterThan(0);
    expect(new Set(faults.map(({ line }) => line)).size).toBe(faults.length);
    expect(JSON.stringify(faults)).not.toContain('s3cret-key');
  });

  test.each([
    's3cret-key\n',
    'sources: s3cret-key\n',
    'sources: { support: s3cret-key }\n',
    'cache: s3cret-key',
  ])('does not tell a text that stands where a map belongs: %s', (text) => {
    const faults = faultsOf(text);
    expect(faults.length).toBeGreaterThan(0);
    expect(JSON.stringify(faults)).not.toContain('s3cret-key');
  });

  test.each([
    'sources: { support: { vendor: acme, apiKey: ${KEY} } }',
    'server: { cors: [${ORIGIN}, ${OTHER}] }',
    'cache: { redis: ${REDIS_URL:-}, prefix: x }',
  ])('says that a variable inside of braces or brackets must be quoted: %s', (text) => {
    expect(faultsOf(text)).toEqual([
      { path: '', line: 1, message: 'inside braces and brackets, "${NAME}" must be quoted' },
    ]);
  });

  test('does not tell what a variable holds at a key that a variable of the system may go before', () => {
    const faults = faultsOf(`server: { port: "\${OTHER}" }\n${minimal}`, { OTHER: 'hush-hush' });
    expect(faults.map(({ message }) => message)).toEqual([
      'expected a number, but got: text (not shown, as it may be secret)',
    ]);
  });

  test.each([
    ['drain', 'did you mean "drainSeconds"?'],
    ['zzzzqqq', 'the closest known one is "'],
  ])('names the closest key to %s', (key, words) => {
    expect(faultsOf(`server: { ${key}: 1 }\n${minimal}`)[0]?.message).toContain(words);
  });

  test('does not tell what a variable holds, be it no number', () => {
    const faults = faultsOf(`cache: { memoryMb: "\${MB}" }\n${minimal}`, { MB: 'hush-hush' });
    expect(faults.map(({ message }) => message)).toEqual([
      'expected a number, but got: text (not shown, as it may be secret)',
    ]);
  });

  test('reads a file that begins with a byte order mark', () => {
    expect(load(`\uFEFF${minimal}`).sources).toHaveLength(1);
  });
});

const withClients = (...clients: readonly string[]) => `clients: [${clients.join(', ')}]\n${minimal}`;
const key = (digit: string) => `{ name: shop, keyHash: "${digit.repeat(64)}" }`;
const withClient = (client: string) => `clients:\n  - { name: staff, ${client} }\n${minimal}`;

test('a source with an impossible name is looked into as well, and a key that is left out is called required', () => {
  const either = z.union([z.string(), z.number()], 'expected the account’s number');
  const settings = { url: z.string(), clientId: either };
  const text = 'sources: { No_Name: { vendor: core, url: nowhere, urll: x }, "": { vendor: acme } }';
  const core = { id: 'core', settings, secrets: [], requestsPerMinute: null };
  const attempt = () => loadConfig({ file: 'desk.yaml', text, environment: {}, vendors: [...vendors, core] });
  expect(attempt).toThrow(/sources\.No_Name: a source’s name begins with a-z/);
  expect(attempt).toThrow(/sources\.No_Name\.url: expected an absolute URL/);
  expect(attempt).toThrow(/sources\.No_Name\.clientId: required: expected the account’s number/);
  expect(attempt).toThrow(/unknown key "urll"; did you mean "url"\?/);
  expect(attempt).toThrow(/sources\.: a source’s name begins with a-z/);
});

test('secrets of a source are checked by the vendor’s own schema, and hidden whether or not they may be left out', () => {
  const settings = {
    url: z.string().default('https://core.example.com'),
    token: z.string().regex(/^core-/, 'expected a token that begins with core-'),
    refresh: z.string().min(5).optional(),
  };
  const core = { id: 'core', settings, secrets: ['token', 'refresh'], requestsPerMinute: null };
  const sourceOf = (given: string) =>
    loadConfig({
      file: 'desk.yaml',
      text: `sources: { core: { vendor: core, ${given} } }`,
      environment: {},
      vendors: [core],
    }).sources[0];
  expect(() => sourceOf('token: hush-hush')).toThrow(
    /sources\.core\.token: expected a token that begins with core-, but got: text \(not shown/,
  );
  expect(() => sourceOf('token: core-1, refresh: hush')).toThrow(/sources\.core\.refresh/);
  expect(sourceOf('token: core-1')).not.toHaveProperty('refresh');
  const { token, refresh } = sourceOf('token: core-1, refresh: hushhush') as unknown as Record<
    string,
    Secret
  >;
  expect([token?.reveal(), refresh?.reveal()]).toEqual(['core-1', 'hushhush']);
});

describe('clients', () => {
  const jwt =
    '{ issuer: https://login.example.com, audience: deskgraph, jwks: https://login.example.com/keys }';

  const token = (audience: string) => `{ name: staff, jwt: ${jwt.replace('deskgraph', audience)} }`;

  test('have a key or tokens', () => {
    const [client] = load(withClient(`jwt: ${jwt}`)).clients;
    expect(client).toMatchObject({ keyHash: null, access: 'read', jwt: { audience: 'deskgraph' } });
  });

  test('may have one name, as while a key is renewed, but each has a key, or an issuer and audience, of its own', () => {
    expect(load(withClients(key('a'), key('b'), token('x'), token('y'))).clients).toHaveLength(4);
    expect(faultsOf(withClients(key('a'), token('x'), key('A'), token('x')))).toEqual([
      { path: 'clients.2.keyHash', line: 1, message: 'expected a key of its own, but got that of clients.0' },
      {
        path: 'clients.3.jwt',
        line: 1,
        message: 'expected an issuer and audience of its own, but got that of clients.1',
      },
    ]);
  });

  test('are told of together with all other faults', () => {
    const faults = faultsOf(`${withClient(`keyHash: "${'a'.repeat(64)}", sources: [suport]`)}    nope: 1\n`);
    expect(faults.map(({ path }) => path).sort()).toEqual(['clients.0.sources', 'sources.support.nope']);
  });

  test.each([
    ['neither', 'access: read', 'expected either keyHash or jwt'],
    ['both', `keyHash: ${'a'.repeat(64)}, jwt: ${jwt}`, 'expected either keyHash or jwt'],
    [
      'the hash of no key, as of a variable that was not set',
      `keyHash: ${hash('sha256', '')}`,
      'the SHA-256 of an empty text',
    ],
    [
      'keys fetched in the clear',
      `jwt: ${jwt.replace('jwks: https', 'jwks: http')}`,
      'expected a URL with https',
    ],
    [
      'a user in the address of the keys',
      `jwt: ${jwt.replace('jwks: https://', 'jwks: https://user:hushhush@')}`,
      'without a user or password, but got: text (not shown',
    ],
    ['a mistyped key', `jwt: ${jwt.replace('issuer', 'isuer')}`, 'did you mean "issuer"'],
  ])('with %s are faulty', (_name, client, message) => {
    expect(faultsOf(withClient(client)).map((fault) => fault.message)).toEqual(
      expect.arrayContaining([expect.stringContaining(message)]),
    );
  });
});
