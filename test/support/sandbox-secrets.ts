import { sandboxCredentials } from '../../src/sandbox/sandbox-sources.ts';
import { isDeskName } from '../../src/sandbox/world/world.ts';
import { vendors } from '../../src/vendors/index.ts';

function secretsOf({ id, secrets }: (typeof vendors)[number]): string[] {
  const credentials: Readonly<Record<string, unknown>> = isDeskName(id) ? sandboxCredentials[id] : {};
  const own = secrets.flatMap((name) => (name in credentials ? String(credentials[name]) : []));
  if (own.length === 0) throw new Error(`the sandbox has no secret of ${id}`);
  return own;
}

/** The credentials of the sandbox's accounts that their vendors' definitions call secret. */
export const sandboxSecrets: readonly string[] = vendors.flatMap(secretsOf);
