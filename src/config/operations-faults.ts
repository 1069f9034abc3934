import { dirname, resolve } from 'node:path';
import type { ConfigFault } from './config-error.ts';
import type { LineOf } from './line-of-path.ts';
import { readOperationsFile } from './operations-file.ts';
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

/** What is wrong with the file of documents, and a gateway that answers documents of a file only, but has no file. */
export function faultsOfOperations({ data, written, file, lineOf }: OperationsScope): readonly ConfigFault[] {
  const named = valueAt(data, filePath) ?? null;
  if (named === null) {
    if (valueAt(data, onlyPath) !== true) return [];
    const message = 'expected persistedOperations beside it, as nothing could be answered without documents';
    return [{ path: onlyPath.join('.'), line: lineOf(onlyPath), message }];
  }
  if (typeof named !== 'string' || named === '') return [];
  const place = resolve(dirname(file), named);
  const operations = readOperationsFile(place);
  if (typeof operations !== 'string') return [];
  // What a variable holds may be secret, in whatever key it stands.
  const shown = valueAt(written, filePath) === named ? place : 'the file (not shown, as it may be secret)';
  return [{ path: filePath.join('.'), line: lineOf(filePath), message: `${shown}: ${operations}` }];
}
