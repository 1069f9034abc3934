import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { vendors } from '../../src/vendors/index.ts';

const source = join(import.meta.dirname, '..', '..', 'src');

/** Which folder may import which; a folder may always import itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  assembly: ['cache', 'config', 'contract', 'metrics', 'server', 'tracing', 'transport', 'vendors'],
  cache: ['contract'],
  cli: ['assembly', 'config', 'contract', 'sandbox', 'server', 'vendors'],
  config: ['contract'],
  content: ['contract', 'turns'],
  contract: [],
  decoding: ['contract', 'turns'],
  execution: [],
  federation: ['contract', 'turns'],
  generated: ['resolvers'],
  library: ['assembly', 'config', 'server', 'vendors'],
  live: ['contract', 'federation'],
  loaders: ['contract'],
  metrics: ['contract', 'transport'],
  mutations: ['contract'],
  plugins: ['contract', 'execution', 'federation'],
  resolvers: ['content', 'contract', 'federation', 'generated', 'live', 'loaders', 'mutations'],
  sandbox: ['contract'],
  server: [
    'config',
    'contract',
    'federation',
    'live',
    'loaders',
    'metrics',
    'mutations',
    'plugins',
    'resolvers',
    'tracing',
  ],
  tracing: ['contract'],
  transport: ['cache', 'contract', 'decoding', 'turns'],
  turns: ['contract'],
  'vendor-kit': ['contract', 'transport'],
  vendors: ['contract', 'decoding', 'transport', 'turns', 'vendor-kit'],
};

/** Packages that only these folders may use. */
const packageHomes: Readonly<Record<string, readonly string[]>> = {
  graphql: ['execution', 'generated', 'plugins', 'resolvers', 'server'],
  'graphql-yoga': ['plugins', 'server'],
  '@opentelemetry/api': ['tracing'],
  ioredis: ['cache'],
  undici: ['transport'],
};

/** Data that refer to one another: an agent has departments, and a department agents. */
const kin = /^contract\/(?:agent|directory)\.ts$/;

interface Import {
  readonly file: string;
  readonly target: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(source, file), 'utf8');
  const targets = text.matchAll(/(?:from|import)\s*\(?\s*'(?<target>[^']+)'/g);
  return [...targets].map(({ groups }) => ({ file, target: groups?.['target'] ?? '' }));
}

const files = globSync('**/*.ts', { cwd: source });
const imports = files.flatMap(importsOf);
const reached = ({ file, target }: Import) =>
  relative(source, normalize(join(source, dirname(file), target)));
const folderOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '');

describe('the import rule', () => {
  test('every folder of src has a rule', () => {
    const folders = [...new Set(files.map(folderOf))].filter(Boolean).sort();
    expect(folders).toEqual(
      Object.keys(mayImport)
        .sort()
        .filter((folder) => folders.includes(folder)),
    );
    expect(folders.length).toBeGreaterThan(10);
  });

  test('every folder of src is told of in CONTRIBUTING.md', () => {
    const text = readFileSync(join(source, '..', 'CONTRIBUTING.md'), 'utf8');
    expect(Object.keys(mayImport).filter((folder) => !text.includes(`| \`src/${folder}/`))).toEqual([]);
  });

  test('no folder imports one it may not', () => {
    const broken = imports.flatMap(({ file, target }) => {
      if (!target.startsWith('.')) return [];
      const from = folderOf(file);
      const to = folderOf(reached({ file, target }));
      const allowed = from === to || from === '' || mayImport[from]?.includes(to);
      return allowed ? [] : [`${file} imports ${target}`];
    });
    expect(broken).toEqual([]);
  });

  test('the contract imports nothing, not from outside either', () => {
    const broken = imports.filter(
      ({ file, target }) => file.startsWith('contract/') && !target.startsWith('.'),
    );
    expect(broken).toEqual([]);
  });

  test('a vendor imports no other vendor, and only the registry names them all', () => {
    const broken = imports.flatMap(({ file, target }) => {
      if (!file.startsWith('vendors/') || file === 'vendors/index.ts' || !target.startsWith('.')) return [];
      const own = file.split('/')[1] ?? '';
      const place = reached({ file, target });
      const isForeign = place.startsWith('vendors/') && !place.startsWith(`vendors/${own}/`);
      return isForeign ? [`${file} imports ${target}`] : [];
    });
    expect(broken).toEqual([]);
  });

  test('no file imports itself by way of others, not for types either', () => {
    const written = files.filter((file) => !file.startsWith('generated/'));
    const targets = new Map(written.map((file) => [file, importsOf(file).map(reached)]));
    const done = new Set<string>();
    const follow = (file: string, path: readonly string[]): string[] => {
      if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' > ')];
      if (done.has(file)) return [];
      const next = (targets.get(file) ?? []).filter((target) => !(kin.test(file) && kin.test(target)));
      const circles = next.flatMap((target) => follow(target, [...path, file]));
      done.add(file);
      return circles;
    };
    expect(written.flatMap((file) => follow(file, []))).toEqual([]);
  });

  test('packages are used only where they belong', () => {
    const broken = imports.flatMap(({ file, target }) => {
      const homes = packageHomes[target];
      return homes && !homes.includes(folderOf(file)) ? [`${file} imports ${target}`] : [];
    });
    expect(broken).toEqual([]);
  });

  test('the environment is read in one place', () => {
    const readers = files.filter((file) => /\bprocess\.env\b/.test(readFileSync(join(source, file), 'utf8')));
    expect(readers).toEqual(['assembly/environment.ts']);
  });

  test('outside vendors/ and sandbox/ nothing names a vendor', () => {
    const names = new RegExp(String.raw`\b(?:${vendors.map(({ id }) => id).join('|')})\b`, 'i');
    const exempt = /^(?:vendors|sandbox|generated)\//;
    const naming = files.filter((file) => {
      if (exempt.test(file)) return false;
      const code = readFileSync(join(source, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return names.test(code);
    });
    expect(naming).toEqual([]);
  });
});

describe('the vendor folders', () => {
  const required = ['capabilities', 'client', 'definition', 'errors', 'resolvers', 'settings', 'wire'];
  const folders = new Set(files.flatMap((file) => /^vendors\/([^/]+)\//.exec(file)?.[1] ?? []));
  const example = globSync('*.ts', { cwd: join(source, '..', 'examples', 'fifth-vendor') });

  test('are those of the vendors in the registry', () => {
    expect([...folders].sort()).toEqual(vendors.map(({ id }) => id).sort());
  });

  test.for([
    ...[...folders].map((vendor) => ({
      vendor,
      own: files.flatMap((file) => (file.startsWith(`vendors/${vendor}/`) ? file.split('/').slice(2) : [])),
    })),
    { vendor: 'postbox', own: example },
  ])('hold the same set of files, as the example of one does: $vendor', ({ vendor, own }) => {
    for (const name of required) expect(own).toContain(`${vendor}-${name}.ts`);
    expect(own).toContainEqual(expect.stringMatching(new RegExp(`^${vendor}-mapping`)));
  });

  test.for([...folders])(
    'tell in a README what the vendor documents and what it really sends: %s',
    (vendor) => {
      expect(existsSync(join(source, 'vendors', vendor, 'README.md'))).toBe(true);
    },
  );
});
