import type { CoverageRow, VendorCoverage } from './coverage-table.ts';

const opening = `# What of each vendor’s API is served

Every operation of every vendor’s document, the part of the graph that serves it, and the test that proves it; or why it is not served. \`npm run coverage:page\` writes this page out of \`test/coverage/operations\`, and tests there compare it with the schema, the adapters, the calls that reach the emulated help desks and the tests named.
`;

/** The page \`docs/coverage.md\`. */
export function coveragePage(coverage: readonly VendorCoverage[]): string {
  return [opening, summary(coverage), ...coverage.map(section)].join('\n');
}

function summary(coverage: readonly VendorCoverage[]): string {
  const lines = coverage.map(({ title, rows }) => {
    const served = rows.filter(({ serves }) => serves);
    const count = (kind: CoverageRow['kind']) =>
      `${served.filter((row) => row.kind === kind).length} of ${rows.filter((row) => row.kind === kind).length}`;
    return line([title, count('read'), count('write')]);
  });
  return [line(['vendor', 'reads served', 'changes served']), line(['---', '---', '---']), ...lines].join('');
}

function section({ title, documents, rows }: VendorCoverage): string {
  return [
    `## ${title}\n\n${documents}\n`,
    table('Reads', title, rows, 'read'),
    ...(rows.some(({ kind }) => kind === 'write') ? [table('Changes', title, rows, 'write')] : []),
  ].join('\n');
}

function table(
  heading: string,
  title: string,
  rows: readonly CoverageRow[],
  kind: CoverageRow['kind'],
): string {
  const lines = rows.filter((row) => row.kind === kind).map((row) => line(cellsOf(row, title)));
  return [
    `### ${heading}\n\n`,
    line(['operation', 'served by', 'proved by, or why not']),
    line(['---', '---', '---']),
    ...lines,
  ].join('');
}

function cellsOf({ operation, serves, file, test, why }: CoverageRow, title: string): readonly string[] {
  const proof = file && test ? `[${nameOf(file)}](../${file}): ${readable(test, title)}` : undefined;
  return [
    code(operation),
    serves?.map(code).join(' ') ?? 'not served',
    [proof, why].filter((text) => text !== undefined).join('. '),
  ];
}

/** The name of a test, its places for values filled in: by the vendor's name, or by dots. */
function readable(test: string, title: string): string {
  return test.replaceAll('$title', title).replaceAll(/%[a-z]/g, '…');
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.test\.ts$/, '');
}

function code(text: string): string {
  return `\`${text}\``;
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`;
}
