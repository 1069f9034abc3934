/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

const variable = /\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?::-(?<fallback>[^}]*))?\}/g;

/** A string with `${NAME}` and `${NAME:-default}` replaced, and the variables that are not set. */
export function interpolate(text: string, environment: Environment): { value: string; unset: string[] } {
  const unset: string[] = [];
  const value = text.replace(variable, (_match, name: string, fallback: string | undefined) => {
    const set = environment[name];
    if (set !== undefined && (set !== '' || fallback === undefined)) return set;
    if (fallback === undefined) unset.push(name);
    return fallback ?? '';
  });
  return { value, unset };
}
