import { dirname, resolve } from 'node:path';
import type { ConfigFault } from './config-error.ts';
import type { LineOf } from './line-of-path.ts';
import { readOperationsFile, type Operations } from './operations-file.ts';
import { valueAt } from './value-at.ts';

/** What is needed to check the documents of a configuration. */
export interface OperationsScope {
  /** The configuration with the environment's values in it; it may hold anything. */
  readonly data: unknown;
  /** The configuration as it stands in the file. */
  readonly written: unknown;
  /** The configuration file, which paths are relative to. */
  readonly file: string;
  readonly lineOf: LineOf;
}

const filePath = ['server', 'persistedOperations'];
const onlyPath = ['server', 'persistedOnly'];

/** The documents of a configuration, and what is wrong with its settings about them. */
export interface CheckedOperations {
  readonly operations: Operations;
  readonly faults: readonly ConfigFault[];
}

/**
 * Reads the file of documents that a configuration names. A gateway that answers documents of a file only, but has no
 * file, is a fault, too.
 */
export function persistedOperations({ data, written, file, lineOf }: OperationsScope): CheckedOperations {
  const fault = (path: readonly string[], message: string): CheckedOperations => ({
    operations: new Map(),
    faults: [{ path: path.join('.'), line: lineOf(path), message }],
  });
  const named = valueAt(data, filePath) ?? null;
  if (named === null && valueAt(data, onlyPath) === true) {
    return fault(
      onlyPath,
      'expected persistedOperations beside it, as nothing could be answered without documents',
    );
  }
  // The schema reports anything else that is no text.
  if (typeof named !== 'string' || named === '') return { operations: new Map(), faults: [] };
  const place = resolve(dirname(file), named);
  const operations = readOperationsFile(place);
  if (typeof operations !== 'string') return { operations, faults: [] };
  // What a variable holds may be secret, in whatever key it stands.
  const shown = valueAt(written, filePath) === named ? place : 'the file (not shown, as it may be secret)';
  return fault(filePath, `${shown}: ${operations}`);
}
