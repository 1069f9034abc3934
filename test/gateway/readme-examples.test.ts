import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isEnumType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { configSchema, knownKeys } from '../../src/config/config-schema.ts';
import { faultKinds } from '../../src/sandbox/fault-control.ts';
import { createSchema } from '../../src/server/schema.ts';
import { vendors } from '../../src/vendors/index.ts';
import {
  documentationExamples as examples,
  documentationFiles as files,
  textOf,
} from '../support/doc-examples.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';

const root = join(import.meta.dirname, '..', '..');

describe('the examples of the documentation', () => {
  let gateway: SandboxGateway;

  beforeAll(async () => {
    gateway = await openSandboxGateway();
  });

  afterAll(() => gateway?.close());

  test('are there', () => {
    expect(examples.length).toBeGreaterThan(8);
  });

  test.for(examples)('run as they stand: $place', async ({ query }) => {
    const { data, errors } = await gateway.query(query);
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(data).toBeTruthy();
  });
});

describe('the documentation', () => {
  const links = files.flatMap((file) =>
    [...textOf(file).matchAll(/\]\((?<target>[^)\s#]+)[^)]*\)/g)]
      .map(({ groups }) => groups?.['target'] ?? '')
      .filter((target) => !/^[a-z]+:/.test(target))
      .map((target) => ({ file, target })),
  );

  test.for(links)('links to a file that is there: $target in $file', ({ file, target }) => {
    expect(existsSync(join(root, dirname(file), target))).toBe(true);
  });

  test('links to headings that are there', () => {
    const lost = files.flatMap((file) =>
      [...textOf(file).matchAll(/\]\((?<target>[^)\s#:]*)#(?<heading>[^)\s]+)\)/g)]
        .map(({ groups }) => ({
          page: groups?.['target'] ? join(dirname(file), groups['target']) : file,
          heading: groups?.['heading'] ?? '',
        }))
        .filter(({ page, heading }) => !headingsOf(page).includes(heading))
        .map(({ page, heading }) => `${file}: ${page}#${heading}`),
    );
    expect(lost).toEqual([]);
  });

  test('has no page that the README does not lead to', () => {
    const text = textOf('README.md');
    expect(files.filter((file) => file !== 'README.md' && !text.includes(`(${file})`))).toEqual([]);
  });

  const plain = { id: 'any', settings: {}, secrets: [], requestsPerMinute: null };
  const ofEverySource = knownKeys(['sources', 'any'], [plain], 'any');
  const sections = [
    ...['server', 'cache', 'limits', 'clients'].map((name) => ({
      name,
      heading: name,
      keys: knownKeys([name], vendors, ''),
    })),
    { name: 'jwt', heading: 'clients', keys: knownKeys(['clients', 0, 'jwt'], vendors, '') },
    {
      name: 'cacheSeconds',
      heading: 'sources',
      keys: knownKeys(['sources', 'any', 'cacheSeconds'], vendors, ''),
    },
    { name: 'every source', heading: 'sources', keys: [...ofEverySource, ...vendors.map(({ id }) => id)] },
    ...vendors.map(({ id, settings }) => ({
      name: id,
      heading: `vendor: ${id}`,
      keys: Object.keys(settings),
    })),
  ];

  test.for(sections)('tells every key of the configuration in its section: $name', ({ heading, keys }) => {
    const text = sectionOf('docs/configuration.md', `\`${heading}\``);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
  });

  test('tells defaults and bounds of the numbers in the configuration', () => {
    const text = textOf('docs/configuration.md');
    const untold = boundedKeys().filter(({ key, words }) => {
      const row = text.split('\n').find((line) => line.startsWith(`| \`${key}\``)) ?? '';
      return !words.every((word) => row.includes(word));
    });
    expect(untold).toEqual([]);
  });

  test('tells everything that can be made to go wrong in the sandbox', () => {
    const text = textOf('docs/clients.md');
    expect(Object.keys(faultKinds).filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
  });

  test('tells every error code', () => {
    const codes = createSchema().getType('ErrorCode');
    if (!isEnumType(codes)) throw new Error('the schema has no enum ErrorCode');
    const text = textOf('README.md');
    const names = codes.getValues().map(({ name }) => name);
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test('has a table of what each vendor can do (vitest --update writes it anew)', async () => {
    await expect(capabilityTable()).toMatchFileSnapshot(join(root, 'docs', 'capabilities.md'));
  });
});

interface BoundedNumber {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: number;
}

type Properties = Readonly<Record<string, BoundedNumber>>;

interface WrittenSchema {
  readonly properties: Readonly<
    Record<'cache' | 'limits' | 'server', { readonly properties: Properties }> & {
      readonly sources: {
        readonly additionalProperties: { readonly oneOf: readonly { readonly properties: Properties }[] };
      };
    }
  >;
}

/** Keys that have a number between two bounds, and how the page says so. */
function boundedKeys(): readonly { readonly key: string; readonly words: readonly string[] }[] {
  const written = z.toJSONSchema(configSchema(vendors), {
    unrepresentable: 'any',
  }) as unknown as WrittenSchema;
  const { server, cache, limits, sources } = written.properties;
  const maps = [server, cache, limits, ...sources.additionalProperties.oneOf];
  return maps.flatMap(({ properties }) =>
    Object.entries(properties)
      .filter(([, { minimum, maximum }]) => minimum !== undefined && maximum !== undefined)
      .map(([key, { minimum, maximum, default: usual }]) => ({
        key,
        words: [`${minimum}–${maximum}`, `\`${usual}\``],
      })),
  );
}

/** What a page has under a heading, up to the next one. */
function sectionOf(page: string, heading: string): string {
  const sections = textOf(page).split(/^#+ /m);
  const text = sections.find((section) => section.startsWith(`${heading}\n`));
  if (text === undefined) throw new Error(`${page} has no heading ${heading}`);
  return text;
}

/** The addresses of a page's headings, as GitHub makes them. */
function headingsOf(page: string): readonly string[] {
  const text = textOf(page).replaceAll(/^```.*?^```$/gms, '');
  return [...text.matchAll(/^#+ (?<title>.*)$/gm)].map(({ groups }) =>
    (groups?.['title'] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** What each vendor declares, in the words of the schema. */
function capabilityTable(): string {
  const capabilities = createSchema().getType('Capability');
  if (!isEnumType(capabilities)) throw new Error('the schema has no enum Capability');
  const rows = capabilities.getValues().map(({ name, description }) => {
    const marks = vendors.map((vendor) => (vendor.capabilities.some((own) => own === name) ? '✓' : ''));
    return row([`\`${name}\``, description ?? '', ...marks]);
  });
  return [
    '# What each vendor can do\n\n',
    '`Source.capabilities` tells the same at run time. This table is written by a test out of what the adapters declare.\n\n',
    row(['capability', 'what', ...vendors.map(({ displayName }) => displayName)]),
    row(['---', '---', ...vendors.map(() => ':-:')]),
    ...rows,
  ].join('');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}
