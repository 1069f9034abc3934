import { resolve } from 'node:path';
import { stringify } from 'yaml';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import type { Environment } from '../config/environment-value.ts';
import { loadConfig } from '../config/load-config.ts';
import { readConfigText } from '../config/read-config-text.ts';
import { vendors } from '../vendors/index.ts';

/** Checks the configuration in a file or an object. Gives it with the name that errors call it by. Throws `ConfigError`. */
export function configurationOf(
  given: string | object,
  environment: Environment,
): { readonly config: Config; readonly file: string } {
  if (typeof given === 'string') {
    const file = resolve(given);
    return { file, config: loadConfig({ file, text: readConfigText(file), environment, vendors }) };
  }
  const file = 'config';
  try {
    return { file, config: loadConfig({ file, text: stringify(given), environment, vendors }) };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    // An object has no lines.
    throw new ConfigError(
      file,
      error.faults.map((fault) => ({ ...fault, line: null })),
    );
  }
}
