import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error.ts';

/** The text of a configuration file. Throws `ConfigError` when it cannot be read. */
export function readConfigText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message =
      code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code ?? 'unknown cause'})`;
    throw new ConfigError(file, [{ path: '', line: null, message }]);
  }
}
