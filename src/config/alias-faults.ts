import { visit, type Document, type LineCounter } from 'yaml';
import type { ConfigFault } from './config-error.ts';

/** The aliases that name nothing: most likely texts that begin with `*`. Their words may be secret. */
export function faultsOfAliases(document: Document, lines: LineCounter): readonly ConfigFault[] {
  const faults: ConfigFault[] = [];
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return;
      const message = 'an alias (*name) of nothing; quote a value that begins with *';
      faults.push({ path: '', line: lines.linePos(alias.range?.[0] ?? 0).line, message });
    },
  });
  return faults;
}
