import type * as z from 'zod';
import { suggestion } from './closest-name.ts';
import type { ConfigFault } from './config-error.ts';
import { knownKeys } from './config-schema.ts';
import type { VendorSettings } from './config.ts';
import { overriding } from './environment-overrides.ts';
import type { Environment } from './environment-value.ts';
import { faultWords } from './fault-words.ts';
import type { LineOf } from './line-of-path.ts';
import { valueAt } from './value-at.ts';

/** What is needed to put faults into words. */
export interface FaultScope {
  /** The configuration with the environment's values in it. */
  readonly data: unknown;
  /** The configuration as it stands in the file. */
  readonly written: unknown;
  readonly vendors: readonly VendorSettings[];
  readonly environment: Environment;
  readonly lineOf: LineOf;
}

/** Keys whose values are never repeated. */
const secretKeys: ReadonlySet<unknown> = new Set(['encryptionKey', 'keyHash', 'redis', 'secret']);

/** The faults in words that an issue of the schema stands for. */
export function faultsOfIssue(
  issue: z.core.$ZodIssue,
  { data, written, vendors, environment, lineOf }: FaultScope,
): ConfigFault[] {
  const fault = (path: readonly PropertyKey[], message: string): ConfigFault => ({
    path: path.map(String).join('.'),
    line: lineOf(path),
    message,
  });
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path, vendors, valueAt(data, [...path, 'vendor']));
    return issue.keys.map((key) => fault([...path, key], `unknown key "${key}"${suggestion(key, known)}`));
  }
  if (issue.code === 'invalid_union' && path.at(-1) === 'vendor') {
    const ids = vendors.map(({ id }) => id);
    const given = valueAt(data, path);
    if (given === undefined) return [fault(path, `required: one of ${ids.join(', ')}`)];
    if (!Object.is(valueAt(written, path), given)) {
      const message = `unknown vendor (not shown, as it may be secret); expected one of ${ids.join(', ')}`;
      return [fault(path, message)];
    }
    return [
      fault(
        path,
        `unknown vendor ${JSON.stringify(given)}${suggestion(JSON.stringify(given).slice(1, -1), ids)}; expected one of ${ids.join(', ')}`,
      ),
    ];
  }
  const given = valueAt(data, path);
  if (issue.code === 'invalid_union' && given === undefined) {
    return [fault(path, issue.message.startsWith('expected ') ? `required: ${issue.message}` : 'required')];
  }
  const isSecret =
    secretKeys.has(path.at(-1)) || vendors.some(({ secrets }) => secrets.some((key) => key === path.at(-1)));
  const isPlain =
    Object.is(valueAt(written, path), given) || overriding(path.join('.'), environment) !== null;
  return [fault(path, faultWords(issue, given, isPlain && !isSecret))];
}
