/** An answer's object, whatever its form on the wire. */
type Told = Readonly<Record<string, unknown>>;

/** Words by which an answer says no more than that something failed. */
const failureWord = /^(?:error|erreur|fail|failed|failure|échec|false|ko|nok)[.!]?$/i;
/** Columns that say how something went. */
const verdicts = ['ok', 'success', 'result', 'status'];
/** Columns that hold what went wrong. */
const faults = ['message', 'error', 'errors', 'errormessage'];
const furtherFaults = ['reason', 'description', 'detail', 'details', 'text'];
/**
 * How deep in an answer texts count as reasons: an error may be an object of such columns, or of the columns at fault.
 */
const deepest = 3;

/** Whether a text says that something failed, and nothing else. */
export function isFailureWord(text: string): boolean {
  return failureWord.test(text.trim());
}

/** Whether an answer says, in one of the ways that vendors have, that what was asked for failed. */
export function tellsFailure(answer: unknown): boolean {
  if (typeof answer === 'string') return isFailureWord(answer);
  if (!isTold(answer)) return false;
  return verdicts.some((name) => isNo(answer[name])) || holds(answer['error']) || holds(answer['errors']);
}

/** Why something failed, in the words of an answer that says so; null = it does not say. */
export function reasonsIn(answer: unknown): string | null {
  if (!isTold(answer)) return null;
  const texts = [faults, furtherFaults, ['result']]
    .map((names) => names.flatMap((name) => textsIn(answer[name])))
    .find((found) => found.length > 0);
  return texts ? [...new Set(texts)].join('; ') : null;
}

function isTold(answer: unknown): answer is Told {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer);
}

function isNo(value: unknown): boolean {
  if (typeof value !== 'string') return value === false;
  // A vendor may also put its reason into a verdict.
  return /^(?:error|fail(?:ed|ure)?)(?=[\s:.!]|$)/i.test(value.trim())
    ? !/\bsuccess/i.test(value)
    : isFailureWord(value);
}

function holds(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === 0 || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** The texts in a value, each with the name of the column that it is about, where that is known. */
function textsIn(value: unknown, about = '', depth = 0): string[] {
  if (typeof value === 'string') {
    return value.trim() === '' || isFailureWord(value) ? [] : [about + value.trim()];
  }
  if (depth === deepest || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, about, depth + 1));
  const own = [...faults, ...furtherFaults].flatMap((name) =>
    textsIn((value as Told)[name], about, depth + 1),
  );
  if (own.length > 0) return own;
  return Object.entries(value).flatMap(([name, each]) =>
    textsIn(each, /^\d+$/.test(name) ? about : `${name}: `, depth + 1),
  );
}
