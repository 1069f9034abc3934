import { isMap, isScalar, type Document, type LineCounter } from 'yaml';

/** Finds the line in the file, from 1, of what stands at a path; null when it has none. */
export type LineOf = (path: readonly PropertyKey[]) => number | null;

/** The line of what stands at a path; where nothing does, that of the nearest section around it. */
export function lineOfPath(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1).map(toIndex), true);
    const last = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(last))
      : undefined;
    const node = (pair?.key ?? document.getIn(path.slice(0, length).map(toIndex), true)) as
      | { range?: readonly number[] | null }
      | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return null;
}

function toIndex(key: PropertyKey): unknown {
  return typeof key === 'string' && /^\d+$/.test(key) ? Number(key) : key;
}
