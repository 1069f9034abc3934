import { environmentValue, type Environment } from './environment-value.ts';

/** Called for each fault, with its path. */
export type OnFault = (path: readonly string[], message: string) => void;

/** Everything that begins with `${`, whether it is a variable or not. */
const variable = /\$\{(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<fallback>(?:(?!\$\{)[^}])*))?\})?/g;
const noVariable = '${ begins no variable here: expected ${NAME} or ${NAME:-default}';

/** A string with `${NAME}` and `${NAME:-default}` replaced, and what is wrong with the variables in it. */
function interpolate(text: string, environment: Environment): { value: string; faults: string[] } {
  const faults: string[] = [];
  const value = text.replace(variable, (match, name: string | undefined, fallback: string | undefined) => {
    if (name === undefined) {
      faults.push(noVariable);
      return match;
    }
    const { value: set, fault } = environmentValue(name, environment);
    if (fault) faults.push(fault);
    else if (set !== undefined && (set !== '' || fallback === undefined)) return set;
    else if (fallback === undefined) faults.push(`the environment variable ${name} is not set`);
    return fallback ?? '';
  });
  return { value, faults };
}

/** Replaces the variables in every string; calls `onFault` for each one that cannot be replaced. */
export function interpolateAll(
  value: unknown,
  environment: Environment,
  onFault: OnFault,
  path: readonly string[] = [],
): unknown {
  if (typeof value === 'string') {
    const { value: text, faults } = interpolate(value, environment);
    for (const fault of faults) onFault(path, fault);
    return text;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => interpolateAll(item, environment, onFault, [...path, String(index)]));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      interpolateAll(item, environment, onFault, [...path, name]),
    ]),
  );
}
