import type { ConfigFault } from './config-error.ts';
import { environmentValue, type Environment } from './environment-value.ts';
import type { OnFault } from './interpolate.ts';

/** The keys that variables override. */
const overrides = [
  ['HOST', 'server', 'host'],
  ['PORT', 'server', 'port'],
  ['LOG_LEVEL', 'server', 'logLevel'],
  ['REDIS_URL', 'cache', 'redis'],
] as const;

/** The configuration with the values of such variables in place of the file's. */
export function withOverrides(data: unknown, environment: Environment, onFault: OnFault): unknown {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return data;
  const result: Record<string, unknown> = { ...data };
  for (const [name, section, key] of overrides) {
    const { value, fault } = environmentValue(name, environment);
    const own = result[section] ?? {};
    if (fault) onFault([section, key], fault);
    else if (value && typeof own === 'object') result[section] = { ...own, [key]: value };
  }
  return result;
}

/** The variable that overrides a key such as `server.port`; null = there is none, or it is not set. */
export function overriding(path: string, environment: Environment): string | null {
  const override = overrides.find(([, section, key]) => path === `${section}.${key}`);
  return override && environmentValue(override[0], environment).value ? override[0] : null;
}

/**
 * Makes the function that names the variable in the message of a fault, where the value is a variable's and not the
 * file's.
 */
export function namingVariables(environment: Environment) {
  return (fault: ConfigFault): ConfigFault => {
    const variable = overriding(fault.path, environment);
    if (variable === null) return fault;
    return { ...fault, line: null, message: `${fault.message} (the environment variable ${variable})` };
  };
}
