import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import type { Environment } from '../config/environment-value.ts';
import { loadConfig } from '../config/load-config.ts';
import { readConfigText } from '../config/read-config-text.ts';
import { vendors } from '../vendors/index.ts';

/** What errors call a configuration that is no file. */
const unnamed = 'config';

/** Checks the configuration in a file or an object. Gives it with the name that errors call it by. Throws `ConfigError`. */
export function configurationOf(
  given: string | URL | object,
  environment: Environment,
): { readonly config: Config; readonly file: string } {
  if (typeof given === 'string' || given instanceof URL) {
    const file = pathOf(given);
    return { file, config: loadConfig({ file, text: readConfigText(file), environment, vendors }) };
  }
  try {
    return {
      file: unnamed,
      config: loadConfig({ file: unnamed, text: textOf(given), environment, vendors }),
    };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    // An object has no lines.
    throw new ConfigError(
      unnamed,
      error.faults.map((fault) => ({ ...fault, line: null })),
    );
  }
}

/** The path of a file. What is written in a file is not repeated where it is taken for a path: it may hold secrets. */
function pathOf(given: string | URL): string {
  if (typeof given !== 'string') {
    if (given.protocol === 'file:') return fileURLToPath(given);
    throw refused(`expected the URL of a file, but got one with ${given.protocol}`);
  }
  if (!/\n|^\s*\{/.test(given)) return resolve(given);
  throw refused('expected the path of a file, or an object, but got the text of a configuration');
}

/** An object as the text of a file that says the same. */
function textOf(given: object): string {
  if (typeof given !== 'object')
    throw refused(`expected the path of a file, or an object, but got: ${typeof given}`);
  try {
    return stringify(given);
  } catch {
    throw refused('expected nothing but text, numbers, true, false, lists and maps in the object');
  }
}

function refused(message: string): ConfigError {
  return new ConfigError(unnamed, [{ path: '', line: null, message }]);
}
