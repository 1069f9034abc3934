import type { IadvizeQuirks } from './iadvize-account.ts';

/** A cell: text is quoted, a number stands as it is written. */
export type Cell = { readonly bare: string } | { readonly quoted: string };

/** A cell in quotes. */
export function quoted(text: string): Cell {
  return { quoted: text };
}

/** A cell without quotes. */
export function bare(text: string): Cell {
  return { bare: text };
}

function writeCell(cell: Cell): string {
  return 'bare' in cell ? cell.bare : `"${cell.quoted.replaceAll('"', '""')}"`;
}

function writeRow(cells: readonly Cell[]): string {
  // The document's examples have a blank after some semicolons: here after every fifth.
  return cells.reduce((line, cell, index) => {
    const separator = index === 0 ? '' : index % 5 === 0 ? '; ' : ';';
    return line + separator + writeCell(cell);
  }, '');
}

/** A table with a header row, separated by semicolons. */
export function writeCsv(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  quirks: IadvizeQuirks,
): string {
  const lines = [columns.map(quoted), ...rows].map(writeRow);
  return (quirks.byteOrderMark ? '\uFEFF' : '') + lines.map((line) => line + quirks.lineEnd).join('');
}
