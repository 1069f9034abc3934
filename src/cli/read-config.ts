import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import { findConfigFile } from '../config/find-config-file.ts';
import { loadConfig } from '../config/load-config.ts';
import { vendors } from '../vendors/index.ts';
import { environment } from './environment.ts';

/** The configuration of the file that the command line, the environment or the folder names; null = there is none. */
export function readConfig(argument: string | undefined): { file: string; config: Config } | null {
  const file = findConfigFile(argument, environment, process.cwd());
  return file === null
    ? null
    : { file, config: loadConfig({ file, text: read(file), environment, vendors }) };
}

/** A configuration made of sources that the program itself started. */
export function configOf(sources: object): Config {
  return loadConfig({ file: 'sandbox', text: stringify({ sources }), environment, vendors });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message =
      code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code ?? 'unknown cause'})`;
    throw new ConfigError(file, [{ path: '', line: null, message }]);
  }
}
