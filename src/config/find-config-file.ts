import { lstatSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import type { Environment } from './environment-value.ts';

/**
 * Where the configuration file is: `--config`, else `DESKGRAPH_CONFIG`, else `deskgraph.yaml` in the working directory;
 * null = there is none. `workingFolder` is called only where the directory matters, as it may have been deleted.
 */
export function findConfigFile(
  argument: string | undefined,
  environment: Environment,
  workingFolder: () => string,
): string | null {
  const named = argument ?? environment['DESKGRAPH_CONFIG'];
  if (named) return isAbsolute(named) ? resolve(named) : resolve(workingFolder(), named);
  const usual = resolve(workingFolder(), 'deskgraph.yaml');
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
