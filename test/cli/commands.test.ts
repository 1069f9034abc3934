import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClientSchema, buildSchema, type IntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { typeDefinitions } from '../../src/server/schema.ts';
import { killCommands, runCommand, startCommand } from '../support/run-command.ts';
import { sandboxSecrets } from '../support/sandbox-secrets.ts';

afterAll(killCommands);

function write(content: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'deskgraph-')), 'deskgraph.yaml');
  writeFileSync(file, content);
  return file;
}

function rowOf(table: string, source: string): string {
  return table.split('\n').find((line) => line.startsWith(`${source} `)) ?? '';
}

describe('check', () => {
  let sandbox: Sandbox;
  let configuration: object;

  beforeAll(async () => {
    sandbox = await startSandbox({ size: 0.05 });
    configuration = { sources: sandbox.sources };
  });
  afterAll(() => sandbox.close());

  it('prints a row for each source that can be used, and ends with 0', async () => {
    const { code, standard, errors } = await runCommand([
      'check',
      '--config',
      write(stringify(configuration)),
    ]);
    expect(errors).toBe('');
    for (const title of ['source', 'vendor', 'reachable', 'authenticated', 'latency', 'capabilities']) {
      expect(standard.split('\n')[0]?.toLowerCase()).toContain(title);
    }
    for (const source of Object.keys(sandbox.sources)) {
      expect(rowOf(standard, source)).toMatch(/ yes +(?:yes|unknown) .*\d ms .*CONVERSATIONS_LIST/);
    }
    expect(code).toBe(0);
  });

  it('finds the file in the folder it is called in, or by DESKGRAPH_CONFIG', async () => {
    const file = write(stringify(configuration));
    const inFolder = await runCommand(['check'], {}, join(file, '..'));
    const byVariable = await runCommand(['check'], { DESKGRAPH_CONFIG: file });
    for (const { code, standard } of [inFolder, byVariable]) {
      expect(code).toBe(0);
      expect(standard).toContain('tickets');
    }
  });

  it('without a configuration checks the sandbox', async () => {
    const { code, standard } = await runCommand(['check', '--size', '0.05']);
    expect(code).toBe(0);
    for (const source of ['support', 'shop', 'tickets']) {
      expect(rowOf(standard, source)).toMatch(/ yes +yes /);
    }
    // A small ZaZaChat may have had no chats yesterday, which leaves open whether it took the key.
    expect(rowOf(standard, 'legacy')).toMatch(/ yes +(?:yes|unknown) /);
  });

  it('says that an empty answer leaves open whether the key is accepted', async () => {
    const nothing = createServer((_request, response) =>
      response.end(
        '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>' +
          '<GetDailyChattersResponse xmlns="http://www.zazachat.com/webservices/"/></s:Body></s:Envelope>',
      ),
    );
    await once(nothing.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(nothing.address() as AddressInfo).port}/`;
    const legacy = { vendor: 'zazachat', url, clientId: 7, apiKey: 'perhaps-a-key' };
    const { code, standard } = await runCommand([
      'check',
      '--config',
      write(stringify({ sources: { legacy } })),
    ]);
    nothing.close();
    expect(code).toBe(0);
    expect(rowOf(standard, 'legacy')).toMatch(/ yes +unknown /);
    expect(standard).toContain('legacy: no chats yesterday, or clientId and apiKey are not authorised');
  });

  it('calls each source once, however it answers', async () => {
    const calls: string[] = [];
    const failing = createServer((request, response) => {
      calls.push(request.url?.split(/[/?]/)[1] ?? '');
      response.writeHead(503).end();
    });
    await once(failing.listen(0, '127.0.0.1'), 'listening');
    const { port } = failing.address() as AddressInfo;
    const sources = Object.fromEntries(
      Object.entries(sandbox.sources).map(([name, settings]) => [
        name,
        { ...settings, url: `http://127.0.0.1:${port}/${name}` },
      ]),
    );
    const { code } = await runCommand(['check', '--config', write(stringify({ sources }))]);
    failing.close();
    expect(code).toBe(1);
    expect(calls.sort()).toEqual(Object.keys(sources).sort());
  });

  it('tells a zone in which the vendor’s clock is wrong, as all its times would be', async () => {
    const support = { ...sandbox.sources['support'], timeZone: 'Asia/Tokyo' };
    const { code, standard } = await runCommand([
      'check',
      '--config',
      write(stringify({ sources: { support } })),
    ]);
    expect(rowOf(standard, 'support')).toMatch(/ yes +yes /);
    expect(standard).toMatch(/^support: with timeZone Asia\/Tokyo its clock is \d+ h \d+ min behind /m);
    expect(code).toBe(0);
  });

  it('tells the address with which nothing could be made of an answer', async () => {
    const support = { ...sandbox.sources['support'] };
    const url = `${String(support['url'])}/api`;
    const file = write(stringify({ sources: { support: { ...support, url } } }));
    const { code, standard } = await runCommand(['check', '--config', file]);
    expect(code).toBe(1);
    expect(standard).toContain(`(url: ${url})`);
  });

  it('takes an answer that is too large for an answer', async () => {
    const large = createServer((_request, response) => response.end('x'.repeat(50_000)));
    await once(large.listen(0, '127.0.0.1'), 'listening');
    const url = `http://127.0.0.1:${(large.address() as AddressInfo).port}`;
    const support = { ...sandbox.sources['support'], url, maxResponseMb: 0.01 };
    const file = write(stringify({ sources: { support } }));
    const { code, standard } = await runCommand(['check', '--config', file]);
    large.close();
    expect(code).toBe(1);
    expect(rowOf(standard, 'support')).toMatch(/ yes +unknown /);
    expect(standard).toContain('maxResponseMb');
  });

  it('tells a refused key from a dead address, and ends with 1', async () => {
    const faulty = {
      sources: {
        ...sandbox.sources,
        support: { ...sandbox.sources['support'], apiKey: 'not-the-key-at-all' },
        tickets: { ...sandbox.sources['tickets'], url: 'http://127.0.0.1:1' },
      },
    };
    const { code, standard, errors } = await runCommand(['check', '--config', write(stringify(faulty))]);
    expect(code).toBe(1);
    expect(rowOf(standard, 'support')).toMatch(/ yes +no /);
    expect(rowOf(standard, 'tickets')).toMatch(/ no +/);
    expect(rowOf(standard, 'shop')).toMatch(/ yes +yes /);
    expect(standard).toContain('UPSTREAM_AUTH');
    expect(standard).toMatch(
      /UPSTREAM_UNAVAILABLE: no connection to the vendor: the connection was refused .*\(url: http:\/\/127.0.0.1:1\/?\)/,
    );
    expect(standard).toMatch(/^support: UPSTREAM_AUTH: (?!.*url)/m);
    expect(`${standard}${errors}`).not.toContain('not-the-key-at-all');
    for (const secret of sandboxSecrets) expect(standard + errors).not.toContain(secret);
  });
});

describe('a configuration with faults', () => {
  const faulty = `
server:
  prot: 4000
  lateAfterMs: soon
sources:
  support:
    vendor: liveagnet
    url: https://support.example.com
    apiKey: \${NOT_SET_ANYWHERE}
  Shop:
    vendor: iadvize
    url: not a url
`;

  it.each(['start', 'check'])('ends %s with 78 and all faults at once', async (name) => {
    const { code, standard, errors } = await runCommand([name, '--config', write(faulty)]);
    expect(code).toBe(78);
    expect(standard).toBe('');
    for (const part of [
      'prot',
      'port',
      'lateAfterMs',
      'liveagnet',
      'liveagent',
      'NOT_SET_ANYWHERE',
      'sources.support.apiKey',
      'Shop',
    ]) {
      expect(errors).toContain(part);
    }
  });

  it.each(['start', 'check'])(
    'ends %s with 78 where the URL of Redis cannot be used, and keeps its password',
    async (name) => {
      const sources = 'sources: { support: { vendor: liveagent, url: "http://127.0.0.1:9", apiKey: key } }';
      const file = write(`cache:\n  redis: redis://:pa/SECRET@localhost:6379\n${sources}`);
      const written = await runCommand([name, '--config', file]);
      expect([written.code, written.errors]).toEqual([
        78,
        expect.stringMatching(/line 2, cache\.redis: expected/),
      ]);
      const url = 'redis://:SECRET%zz@localhost:6379';
      const variable = await runCommand([name, '--config', write(sources)], { REDIS_URL: url });
      expect([variable.code, variable.errors]).toEqual([78, expect.stringContaining('variable REDIS_URL')]);
      for (const { standard, errors } of [written, variable]) {
        expect(errors).toContain('must be percent-encoded');
        expect(standard + errors).not.toContain('SECRET');
      }
    },
  );

  it('is told also when it cannot be read, or is no YAML', async () => {
    const missing = await runCommand(['check', '--config', '/nowhere/at/all.yaml']);
    expect(missing.code).toBe(78);
    expect(missing.errors).toContain('/nowhere/at/all.yaml');
    const broken = await runCommand(['check', '--config', write('sources: [')]);
    expect(broken.code).toBe(78);
    expect(broken.errors).not.toContain('    at ');
  });

  it('is checked for what start would refuse', async () => {
    const sources =
      'sources: { support: { vendor: liveagent, url: "http://127.0.0.1:9", apiKey: "${KEY}" } }';
    const open = await runCommand(['check', '--config', write(`server: { host: 0.0.0.0 }\n${sources}`)], {
      KEY_FILE: write('a key\n'),
    });
    expect([open.code, open.errors]).toEqual([78, expect.stringContaining('server.host')]);
    const two = await runCommand(['check', '--config', write(`server: { prot: 1 }\n${sources}`)], {
      KEY: 'a key',
      HOST: '0.0.0.0',
    });
    expect(two.errors).toContain('2 faults');
    expect(two.errors).toMatch(/server\.host: .*loopback.*\(the environment variable HOST\)/);
    const missing = write(`server: { persistedOperations: none.json }\n${sources}`);
    const { code, errors } = await runCommand(['check', '--config', missing], { KEY: 'a key' });
    expect([code, errors]).toEqual([78, expect.stringContaining('none.json')]);
  });

  it('is the only source of data, so options of the sandbox are refused', async () => {
    const file = write(`sources: { support: { vendor: liveagent, url: "https://x.example", apiKey: key } }`);
    for (const option of ['--seed', '--size']) {
      const { code, errors } = await runCommand(['check', option, '1', '--config', file]);
      expect(code).toBe(64);
      expect(errors.split('\n')[0]).toBe(
        `--seed and --size are for the sandbox, but there is a configuration: ${file}`,
      );
    }
  });

  it('never shows what a variable holds', async () => {
    const text =
      'sources: { support: { vendor: liveagent, url: "${SECRET}", apiKey: "${SECRET}", nope: "${SECRET}" } }';
    const { code, errors } = await runCommand(['check', '--config', write(text)], { SECRET: 'hush-hush-42' });
    expect(code).toBe(78);
    expect(errors).not.toContain('hush-hush-42');
  });
});

/** Runs the program in a folder that is deleted before it starts. */
async function runInDeletedFolder(words: string) {
  const program = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
  const child = spawn(
    'sh',
    [
      '-c',
      `cd "$1" && rmdir "$1" && exec "$2" "$3" ${words}`,
      'sh',
      mkdtempSync(join(tmpdir(), 'deskgraph-')),
      process.execPath,
      program,
    ],
    { env: {}, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, printed };
}

describe('a working directory that has been deleted', () => {
  it('does not matter where it is not needed', async () => {
    const { code, printed } = await runInDeletedFolder('schema');
    expect([code, buildSchema(printed).getQueryType()?.name]).toEqual([0, 'Query']);
    const text =
      'sources: { desk: { vendor: livechat, url: "http://127.0.0.1:1", login: anna, apiKey: key } }';
    const checked = await runInDeletedFolder(`check --config ${write(text)}`);
    expect(checked).toEqual({ code: 1, printed: expect.stringContaining('UPSTREAM_UNAVAILABLE') });
  });

  it('is told of where a file would be looked for in it', async () => {
    const { code, printed } = await runInDeletedFolder('check');
    expect(code).toBe(78);
    expect(printed).toContain('the working directory has been deleted');
    expect(printed).not.toContain('    at ');
  });
});

describe('the other commands', () => {
  it('schema does not mind a reader that leaves early, as head does', async () => {
    const program = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
    const child = spawn(process.execPath, [program, 'schema', '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.destroy();
    const [code] = (await once(child, 'close')) as [number];
    expect([code, errors]).toEqual([0, '']);
  });

  it('schema --federation prints it as a subgraph', async () => {
    const { code, standard } = await runCommand(['schema', '--federation']);
    expect(standard).toContain('type Person @key(fields: "email")');
    expect(buildSchema(standard).getQueryType()?.getFields()).toHaveProperty('conversations');
    expect(code).toBe(0);
  });

  it('schema --json prints what introspection tells of the same schema', async () => {
    const { code, standard } = await runCommand(['schema', '--json']);
    expect(code).toBe(0);
    const told = buildClientSchema(JSON.parse(standard) as IntrospectionQuery);
    expect(told.getType('Conversation')?.description).toBe(
      buildSchema(typeDefinitions()).getType('Conversation')?.description,
    );
  });

  it('schema prints a schema that can be built', async () => {
    const { code, standard } = await runCommand(['schema']);
    expect(code).toBe(0);
    expect(buildSchema(standard).getType('Conversation')).toBeDefined();
  });

  it.each([
    [['schema', '--config', 'x'], 'schema takes no --config'],
    [['sandbox', '-c', 'x'], 'sandbox takes no -c'],
    [['serve'], 'there is no command serve'],
    [['chekc'], 'there is no command chekc; did you mean check?'],
    [['toString'], 'there is no command toString'],
    [['start', 'now'], 'start takes options only, but got: now'],
    [['--nonsense'], 'there is no option --nonsense'],
    [['start', '--confg', 'x'], 'there is no option --confg; did you mean --config?'],
    [['start', '--config'], '--config expects a value'],
    [['start', '--config='], '--config expects a value'],
    [['schema', '--json=yes'], '--json takes no value'],
    [['start', '--size', 'big'], '--size expects a number from 0 to 100, but got: big'],
    [['start', '--size', '-1'], '--size expects a number from 0 to 100, but got: -1'],
    [['start', '--seed', '1.5'], '--seed expects a whole number, but got: 1.5'],
    [['sandbox', '--port-base', '65533'], '--port-base expects a number from 1 to 65532, but got: 65533'],
  ])('%j is refused with 64 and says what can be called', async (commandArguments, message) => {
    const { code, standard, errors } = await runCommand(commandArguments);
    expect([code, standard]).toEqual([64, '']);
    expect(errors.split('\n')[0]).toBe(message);
    expect(errors).toContain('deskgraph start [--config FILE]');
  });

  it.each([
    [{ PORT: 'many' }, 78, 'server.port: expected a number, but got: "many" (the environment variable PORT)'],
    [{ HOST: 'no..name', PORT: '0' }, 1, 'no..name: there is no host of that name'],
    [{ HOST: '192.0.2.1', PORT: '0' }, 1, 'cannot listen on 192.0.2.1: this machine has no such address'],
  ])('start over the sandbox ends, and says why, with %j', async (environment, expected, message) => {
    const { code, errors } = await runCommand(['start', '--size', '0.02'], environment);
    expect([code, errors]).toEqual([expected, expect.stringContaining(message)]);
    expect(errors).not.toContain('    at ');
  });

  it('--version and --help print and end with 0', async () => {
    const version = await runCommand(['--version']);
    expect(version).toMatchObject({ code: 0, standard: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
    for (const words of [['--help'], ['-h'], ['help'], ['check', '--help']]) {
      const help = await runCommand(words);
      expect(help.code).toBe(0);
      for (const name of ['start', 'check', 'sandbox', 'schema']) expect(help.standard).toContain(name);
      expect(help.standard).toContain('Without a command, deskgraph does what start does.');
    }
  });

  it('sandbox prints a configuration that can be used', async () => {
    const portBase = 20_000 + Math.floor(Math.random() * 10_000);
    const command = startCommand(['sandbox', '--port-base', String(portBase), '--size', '0.05']);
    const [text] = await command.until(/^[^]*Ctrl-C\.\n/);
    const { code, standard } = await runCommand(['check', '--config', write(text)]);
    expect(standard).toContain('support');
    expect(code).toBe(0);
    command.signal('SIGTERM');
    expect(await command.ended).toBe(0);
  });
});
