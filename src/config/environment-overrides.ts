import type { ConfigFault } from './config-error.ts';
import { environmentValue, type Environment } from './environment-value.ts';
import type { OnFault } from './interpolate.ts';

/** The keys that variables go before, whatever the file says. */
const overrides = [
  ['HOST', 'server', 'host'],
  ['PORT', 'server', 'port'],
  ['LOG_LEVEL', 'server', 'logLevel'],
  ['REDIS_URL', 'cache', 'redis'],
] as const;

/** The configuration with what the environment says in the place of what the file says. */
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

/** The variable that goes before a key, such as `server.port`; null = none that is set. */
export function overriding(path: string, environment: Environment): string | null {
  const override = overrides.find(([, section, key]) => path === `${section}.${key}`);
  return override && environmentValue(override[0], environment).value ? override[0] : null;
}

/** Says of a fault that it is the variable's and not the file's. */
export function namingVariables(environment: Environment) {
  return (fault: ConfigFault): ConfigFault => {
    const variable = overriding(fault.path, environment);
    if (variable === null) return fault;
    return { ...fault, line: null, message: `${fault.message} (the environment variable ${variable})` };
  };
}
