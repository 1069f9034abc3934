import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Environment } from './environment-value.ts';

/** Where the configuration file is: `--config`, else `DESKGRAPH_CONFIG`, else `deskgraph.yaml` here; null = there is none. */
export function findConfigFile(
  argument: string | undefined,
  environment: Environment,
  folder: string,
): string | null {
  const named = argument ?? environment['DESKGRAPH_CONFIG'];
  if (named) return resolve(folder, named);
  const usual = resolve(folder, 'deskgraph.yaml');
  return isThere(usual) ? usual : null;
}

/** A link that leads nowhere, and what must not be looked at, are there: whoever put them there wants no sandbox. */
function isThere(file: string): boolean {
  try {
    lstatSync(file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code !== 'ENOENT' && code !== 'ENOTDIR';
  }
}
