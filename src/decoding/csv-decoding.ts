import { parse } from 'csv-parse/sync';

/**
 * Rows of a table by the names in its header line. Delimiter `;`, with or without a blank after it; quotes inside
 * quoted text are doubled, or nobody doubled them and none stands where a cell could end. Throws on a row that is cut
 * off or has more or fewer cells than the header; columns without a name are left out.
 */
export function decodeCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...rows] = linesOf(text);
  if (!header) return [];
  return rows.map((row) =>
    Object.fromEntries(header.flatMap((name, index) => (name === '' ? [] : [[name, row[index] ?? '']]))),
  );
}

function linesOf(text: string): readonly (readonly string[])[] {
  const failures: unknown[] = [];
  for (const undoubled of [null, quoteInside, quoteOffTheEdges]) {
    try {
      return cellsOf(undoubled ? text.replaceAll(undoubled, '""') : text);
    } catch (error) {
      failures.push(error);
    }
  }
  throw failures[0];
}

/** A quote that neither begins nor ends a cell, and is not one of two. */
const quoteInside = /(?<=[^\s;"][ \t]*)"(?![ \t]*(?:["\r\n;]|$))/g;
/** Any quote that neither begins nor ends a cell: where none is doubled, a quoted word may stand at a cell's edge. */
const quoteOffTheEdges = /(?<!(?:^|[\r\n;])[ \t]*)"(?![ \t]*(?:[\r\n;]|$))/g;

function cellsOf(text: string): readonly (readonly string[])[] {
  return parse(text, {
    bom: true,
    delimiter: ';',
    ltrim: true,
    rtrim: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  });
}
