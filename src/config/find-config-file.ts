import { existsSync } from 'node:fs';
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
  return existsSync(usual) ? usual : null;
}
