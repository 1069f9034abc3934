import { hash as digest } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';

const operations = z.record(z.string(), z.string().min(1));

/**
 * The documents of `server.persistedOperations`, a JSON object of documents by the SHA-256 of their text, with or
 * without `sha256:` before it; the path is relative to the configuration file. Throws `ConfigError`.
 */
export function readPersistedOperations({ server }: Config, configFile: string): ReadonlyMap<string, string> {
  if (server.persistedOperations === null) return new Map();
  const file = resolve(dirname(configFile), server.persistedOperations);
  const fault = (message: string) =>
    new ConfigError(configFile, [
      { path: 'server.persistedOperations', line: null, message: `${file}: ${message}` },
    ]);
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw fault(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown cause'})`);
  }
  const parsed = operations.safeParse(parseJson(text));
  if (!parsed.success) throw fault('expected a JSON object of documents by the SHA-256 of their text');
  const entries = Object.entries(parsed.data).map(
    ([name, document]) => [name.replace(/^sha256:/i, '').toLowerCase(), document] as const,
  );
  for (const [hash, document] of entries) {
    const actual = digest('sha256', document);
    if (hash !== actual)
      throw fault(`${hash.slice(0, 80)} is not the SHA-256 of its document, which is ${actual}`);
  }
  return new Map(entries);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
