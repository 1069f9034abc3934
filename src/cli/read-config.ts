import { environment } from '../assembly/environment.ts';
import { stringify } from 'yaml';
import type { Config } from '../config/config.ts';
import { findConfigFile } from '../config/find-config-file.ts';
import { loadConfig } from '../config/load-config.ts';
import { readConfigText } from '../config/read-config-text.ts';
import { vendors } from '../vendors/index.ts';

/** The configuration of the file that the command line, the environment or the folder names; null = there is none. */
export function readConfig(argument: string | undefined): { file: string; config: Config } | null {
  const file = findConfigFile(argument, environment, process.cwd());
  return file === null
    ? null
    : { file, config: loadConfig({ file, text: readConfigText(file), environment, vendors, listens: true }) };
}

/** A configuration made of sources that the program itself started. */
export function configOf(sources: object): Config {
  return loadConfig({ file: 'sandbox', text: stringify({ sources }), environment, vendors });
}
