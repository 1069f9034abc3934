import { lstatSync, readFileSync } from 'node:fs';
import { ConfigError } from './config-error.ts';

/** The text of a configuration file. Throws `ConfigError` when it cannot be read. */
export function readConfigText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError(file, [{ path: '', line: null, message: reasonOf(error, file) }]);
  }
}

function reasonOf(error: unknown, file: string): string {
  const { code = 'unknown cause' } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT') return `cannot be read (${code})`;
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? 'is a link to a file that is not there' : 'there is no such file';
}
