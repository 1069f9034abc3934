import { dirname, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import { readOperationsFile, type Operations } from '../config/operations-file.ts';

/**
 * The documents of `server.persistedOperations`; the path is relative to the configuration file. Throws `ConfigError`
 * when the file cannot be used any more.
 */
export function readPersistedOperations({ server }: Config, configFile: string): Operations {
  if (server.persistedOperations === null) return new Map();
  const operations = readOperationsFile(resolve(dirname(configFile), server.persistedOperations));
  if (typeof operations !== 'string') return operations;
  throw new ConfigError(configFile, [
    { path: 'server.persistedOperations', line: null, message: `the file that it names: ${operations}` },
  ]);
}
