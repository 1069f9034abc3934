import { hash } from 'node:crypto';
import { Secret } from '../contract/secret.ts';
import type { SourceSettings } from './source-transport.ts';

/** Settings that say how to call an account, not which one it is or what its answers mean. */
const manners: ReadonlySet<string> = new Set<keyof SourceSettings>([
  'cacheSeconds',
  'maxConcurrent',
  'maxResponseMb',
  'requestsPerMinute',
  'retries',
  'timeoutMs',
]);

/**
 * A mark of the account that a source's settings lead to, and of how its answers are read: what one gateway keeps under
 * it in Redis is right for every other gateway with the same mark. No setting can be worked out from it.
 */
export function accountOf(settings: SourceSettings): string {
  const told = Object.entries(settings)
    .filter(([name, value]) => !manners.has(name) && value !== undefined)
    .map(([name, value]: [string, unknown]) => [name, value instanceof Secret ? value.reveal() : value])
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  return hash('sha256', `account${JSON.stringify(told)}`, 'base64url').slice(0, 32);
}
