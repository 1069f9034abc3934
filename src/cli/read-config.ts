import { stringify } from 'yaml';
import { environment } from '../assembly/environment.ts';
import type { Config } from '../config/config.ts';
import { findConfigFile } from '../config/find-config-file.ts';
import { loadConfig } from '../config/load-config.ts';
import { readConfigText } from '../config/read-config-text.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { vendors } from '../vendors/index.ts';
import type { CommandOptions } from './options.ts';

/** What a command is to work with. */
export interface GivenConfig {
  readonly config: Config;
  /** Where the configuration was read; undefined = there is none, the sources are those of a sandbox. */
  readonly file: string | undefined;
  /** Closes the sandbox, if there is one. */
  readonly close: () => Promise<void>;
}

/**
 * The configuration of the file that the command line, the environment or the folder names; without one, that of a
 * sandbox, which is started for it.
 */
export async function readConfig({ configFile, seed, size }: CommandOptions): Promise<GivenConfig> {
  const file = findConfigFile(configFile, environment, process.cwd()) ?? undefined;
  if (file !== undefined) {
    const config = loadConfig({ file, text: readConfigText(file), environment, vendors, listens: true });
    return { config, file, close: async () => {} };
  }
  const { sources, close } = await startSandbox({ seed, size });
  const config = loadConfig({ file: 'sandbox', text: stringify({ sources }), environment, vendors });
  return { config, file, close };
}
