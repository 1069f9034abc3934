import type * as z from 'zod';

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  null: 'nothing',
  number: 'a number',
  object: 'a map',
  record: 'a map',
  string: 'text',
};

/**
 * What was expected and what came, in words. `given` is repeated only when it is `harmless`: otherwise it may be a
 * secret, or the content of a variable.
 */
export function faultWords(issue: z.core.$ZodIssue, given: unknown, harmless: boolean): string {
  const expected = expectation(issue);
  if (expected === null) return ownWords(issue.message.replace(/^Invalid input: /, ''), given, harmless);
  if (given === undefined) return `required: expected ${expected}`;
  // A text where a map belongs may be the content of a wrong file, such as that of a key.
  return `expected ${expected}, but got: ${shown(given, harmless && expected !== kinds['object'])}`;
}

/**
 * The expectation in the setting's own words, with what came where that may be repeated; of lists and maps the words
 * alone are enough.
 */
function ownWords(words: string, given: unknown, harmless: boolean): string {
  if (!words.startsWith('expected ') || given === undefined || typeof given === 'object') return words;
  return `${words}, but got: ${shown(given, harmless && !mayHoldCredentials(given))}`;
}

/** Whether a text may be an address with a user or a query in it, which is where keys stand in addresses. */
function mayHoldCredentials(given: unknown): boolean {
  return typeof given === 'string' && /[?@]/.test(given);
}

/** null = the issue has words of its own. */
function expectation(issue: z.core.$ZodIssue): string | null {
  if (issue.code === 'invalid_type') return kinds[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small' && issue.origin === 'number') {
    return `a number ${issue.inclusive === false ? 'above' : 'of at least'} ${issue.minimum}`;
  }
  if (issue.code === 'too_small' && issue.origin === 'string') return 'text that is not empty';
  if (issue.code === 'too_big' && issue.origin === 'number') return `a number up to ${issue.maximum}`;
  return null;
}

function shown(given: unknown, harmless: boolean): string {
  if (Array.isArray(given)) return 'a list';
  if (given === null) return 'null';
  if (typeof given === 'object') return 'a map';
  if (given === '') return '""';
  if (!harmless) return `${kinds[typeof given] ?? typeof given} (not shown, as it may be secret)`;
  // JSON has no infinity.
  if (typeof given === 'number') return String(given);
  return JSON.stringify(typeof given === 'string' ? given.slice(0, 80) : given);
}
