import { readFileSync } from 'node:fs';
import { utf8Text } from './utf8-text.ts';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What a variable holds, or why that cannot be told. */
export interface EnvironmentValue {
  /** undefined = it is not set. */
  readonly value?: string | undefined;
  /** Names the variable, never what it holds. */
  readonly fault?: string;
}

/**
 * A variable's value; where it is not set, the content of the file that the variable NAME_FILE names, without the line
 * break at its end: orchestrators hand out secrets in this way.
 */
export function environmentValue(name: string, environment: Environment): EnvironmentValue {
  const value = environment[name];
  const file = environment[`${name}_FILE`];
  if (value !== undefined || !file) return { value };
  let text;
  try {
    text = utf8Text(readFileSync(file));
  } catch (error) {
    const { code = 'unknown cause' } = error as NodeJS.ErrnoException;
    return { fault: `the file that ${name}_FILE names cannot be read (${code})` };
  }
  if (text === null) return { fault: `the file that ${name}_FILE names is not text in UTF-8` };
  return { value: text.replace(/\r?\n$/, '') };
}
