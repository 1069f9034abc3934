import { stringify } from 'yaml';
import { environment } from '../assembly/environment.ts';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import { findConfigFile } from '../config/find-config-file.ts';
import { loadConfig } from '../config/load-config.ts';
import { readConfigText } from '../config/read-config-text.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { vendors } from '../vendors/index.ts';
import type { CommandOptions } from './options.ts';
import { UsageError } from './usage.ts';

/** What a command is to work with. */
export interface GivenConfig {
  readonly config: Config;
  /**
   * The file that the configuration was read from; undefined = there is none, and the sources are those of a sandbox.
   */
  readonly file: string | undefined;
  /** Closes the sandbox, if there is one. */
  readonly close: () => Promise<void>;
}

/**
 * Reads the configuration file that the command line or the environment names, or that is in the working directory.
 * Where there is none, starts a sandbox and gives a configuration for it. Throws `ConfigError`, and `UsageError` for
 * options of a sandbox where there is none.
 */
export async function readConfig({ configFile, seed, size }: CommandOptions): Promise<GivenConfig> {
  const file = findConfigFile(configFile, environment, workingFolder) ?? undefined;
  if (file !== undefined) {
    if (seed !== undefined || size !== undefined) {
      throw new UsageError(`--seed and --size are for the sandbox, but there is a configuration: ${file}`);
    }
    const config = loadConfig({ file, text: readConfigText(file), environment, vendors, listens: true });
    return { config, file, close: async () => {} };
  }
  const { sources, close } = await startSandbox({ seed, size });
  const config = loadConfig({ file: 'sandbox', text: stringify({ sources }), environment, vendors });
  return { config, file, close };
}

function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    const message = 'the working directory has been deleted; name a file by its whole path, with --config';
    throw new ConfigError('deskgraph.yaml', [{ path: '', line: null, message }]);
  }
}
