import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { DeskName } from '../../src/sandbox/world/world.ts';
import { createSchema } from '../../src/server/schema.ts';
import { coveragePage } from './coverage-page.ts';
import { readCoverage, type CoverageRow } from './coverage-table.ts';

const root = join(import.meta.dirname, '..', '..');
const coverage = readCoverage();
const schema = createSchema();
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

/** How many operations the documents have. */
const documented: Readonly<Record<DeskName, number>> = {
  liveagent: 78,
  iadvize: 16,
  livechat: 14,
  zazachat: 3,
};

/** Labels of failures that come before a call, or of a call that another label stands for. */
const noCalls = new Set(['authorize', 'conversations.messages', 'input', 'operator.account']);

test('the page is what the table makes (npm run coverage:page writes it anew)', () => {
  expect(textOf('docs/coverage.md')).toBe(coveragePage(coverage));
});

test('the table has every vendor of the registry', () => {
  const folders = globSync('*/', { cwd: join(root, 'src', 'vendors') }).map((folder) =>
    folder.replace('/', ''),
  );
  expect(coverage.map(({ vendor }): string => vendor).sort()).toEqual(folders.sort());
});

test('every mutation of the schema is served by some operation', () => {
  const served = new Set(coverage.flatMap(({ rows }) => rows).flatMap(({ serves = [] }) => serves));
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect(mutations.length).toBeGreaterThan(30);
  expect(mutations.filter((name) => !served.has(`Mutation.${name}`))).toEqual([]);
});

describe.each(coverage)('the table of $title', ({ vendor, rows }) => {
  test('has every operation once', () => {
    expect(new Set(rows.map(({ operation }) => operation)).size).toBe(rows.length);
    expect(rows).toHaveLength(documented[vendor]);
  });

  test('says of each row what serves it and which test proves that, or why nothing does', () => {
    expect(rows.filter((row) => !isWhole(row))).toEqual([]);
  });

  test('leaves no read out', () => {
    expect(rows.filter(({ kind, serves }) => kind === 'read' && !serves)).toEqual([]);
  });

  test('names types and fields that the schema has', () => {
    const named = rows.flatMap(({ serves = [] }) => serves);
    expect(named.filter((coordinate) => !isInSchema(coordinate))).toEqual([]);
  });

  test('names changes for changes and reads for reads', () => {
    for (const { operation, kind, serves } of rows) {
      const isChange = serves?.every((coordinate) => coordinate.startsWith('Mutation.')) ?? kind === 'write';
      expect(isChange, operation).toBe(kind === 'write');
    }
  });

  test('names tests that are there', () => {
    const missing = rows.flatMap(({ file, test: name }) =>
      file && name && !testsOf(file).has(name) ? [`${file}: ${name}`] : [],
    );
    expect(missing).toEqual([]);
  });

  test('has every label that the adapter gives a call, and no other', () => {
    const code = globSync('*.ts', { cwd: join(root, 'src', 'vendors', vendor) })
      .map((file) => textOf(join('src', 'vendors', vendor, file)))
      .join('\n');
    const known = rows.flatMap(({ labels = [] }) => labels);
    const patterns = labelsIn(code).map(patternOf);
    for (const pattern of patterns) expect(known).toContainEqual(expect.stringMatching(pattern));
    const unused = known.filter(
      (label) => !code.includes(`'${label}'`) && !patterns.some((pattern) => pattern.test(label)),
    );
    expect(unused).toEqual([]);
  });
});

/** Served and proved; or with a reason. Only what the adapter calls has labels. */
function isWhole({ labels, serves, file, test: name, why }: CoverageRow): boolean {
  const isServed = serves !== undefined && file !== undefined && name !== undefined;
  const isLeftOut = serves === undefined && file === undefined && name === undefined;
  if (labels) return isServed;
  return why !== undefined && (isServed || isLeftOut);
}

function isInSchema(coordinate: string): boolean {
  const [typeName = '', field = ''] = coordinate.split('.');
  const type = schema.getType(typeName);
  return isObjectType(type) && Object.hasOwn(type.getFields(), field);
}

/** The names of a file's tests as they are written there. */
function testsOf(file: string): ReadonlySet<string> {
  const titles = textOf(file).matchAll(
    /(?<opening>\w+)?\(\s*(?<quote>['"`])(?<title>(?:\\.|(?!\k<quote>).)+)\k<quote>,\s*(?:\{[^}]*\},\s*)?(?:async\b|\()/g,
  );
  return new Set(
    [...titles].flatMap(({ groups }) =>
      groups?.['opening'] === 'describe' ? [] : [groups?.['title'] ?? ''],
    ),
  );
}

/** What stands behind `operation` in the code, quoted or as a template. */
function labelsIn(code: string): readonly string[] {
  const found = code.matchAll(/\boperation(?::| =) (?<quote>['`])(?<label>(?:(?!\k<quote>).)+)\k<quote>/g);
  return [...new Set([...found].map(({ groups }) => groups?.['label'] ?? ''))].filter(
    (label) => !noCalls.has(label),
  );
}

/** Any text may stand in the places of a template. */
function patternOf(label: string): RegExp {
  const parts = label.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', String.raw`\.`));
  return new RegExp(`^${parts.join('.+')}$`);
}
