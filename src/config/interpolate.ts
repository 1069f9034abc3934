import { environmentValue, type Environment } from './environment-value.ts';

/** What begins with `${`, be it a variable or not. */
const variable = /\$\{(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<fallback>(?:(?!\$\{)[^}])*))?\})?/g;
const noVariable = '${ begins no variable here: expected ${NAME} or ${NAME:-default}';

/** A string with `${NAME}` and `${NAME:-default}` replaced, and what is wrong with the variables in it. */
export function interpolate(text: string, environment: Environment): { value: string; faults: string[] } {
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
