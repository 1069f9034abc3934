import { parse } from 'csv-parse/sync';

/**
 * Rows of a table by the names in its header line. Delimiter `;`, with or without a blank after it; quotes are
 * doubled inside quoted text. Throws on a row that is cut off or has more or fewer cells than the header; columns
 * without a name are left out.
 */
export function decodeCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...rows] = parse(text, {
    bom: true,
    delimiter: ';',
    ltrim: true,
    rtrim: true,
    skip_empty_lines: true,
    max_record_size: 1_000_000,
  });
  if (!header) return [];
  return rows.map((row) =>
    Object.fromEntries(header.flatMap((name, index) => (name === '' ? [] : [[name, row[index] ?? '']]))),
  );
}
