import { environmentValue, type Environment } from './environment-value.ts';

const variable = /\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<fallback>[^}]*))?\}/g;

/** A string with `${NAME}` and `${NAME:-default}` replaced, and what is wrong with the variables in it. */
export function interpolate(text: string, environment: Environment): { value: string; faults: string[] } {
  const faults: string[] = [];
  const value = text.replace(variable, (_match, name: string, fallback: string | undefined) => {
    const { value: set, fault } = environmentValue(name, environment);
    if (fault) faults.push(fault);
    else if (set !== undefined && (set !== '' || fallback === undefined)) return set;
    else if (fallback === undefined) faults.push(`the environment variable ${name} is not set`);
    return fallback ?? '';
  });
  return { value, faults };
}
