/** About how many characters of JSON are carried over at once; reading them takes about a millisecond. */
const sliceLength = 131_072;

type Kind = 'list' | 'record' | 'text';

/**
 * A step in putting a value together: what is opened is filled until it is closed. Only members of records have names.
 */
type Step =
  | readonly ['open', Kind, name: string | null]
  | readonly ['add', values: readonly unknown[], names: readonly (string | null)[]]
  | readonly ['close'];

/**
 * Cuts a JSON value into texts, none of them long, from which a `DocumentAssembly` puts it together again. In this way
 * it is carried over to a thread that must not be held up.
 */
export function* slicesOf(value: unknown): Generator<string> {
  let steps: string[] = [];
  let length = 0;
  for (const step of stepsTo(value)) {
    const json = JSON.stringify(step);
    steps.push(json);
    length += json.length;
    if (length < sliceLength) continue;
    yield `[${steps.join()}]`;
    steps = [];
    length = 0;
  }
  yield `[${steps.join()}]`;
}

/** Puts a value together. A member called `__proto__` is left out. */
export class DocumentAssembly {
  readonly #result = new Part('list', null);
  readonly #open: Part[] = [this.#result];

  add(slice: string): void {
    for (const step of JSON.parse(slice) as readonly Step[]) this.#take(step);
  }

  /** The value, once all slices were added. */
  get value(): unknown {
    return this.#result.values[0];
  }

  #take(step: Step): void {
    if (step[0] === 'open') this.#open.push(new Part(step[1], step[2]));
    else if (step[0] === 'add') this.#open.at(-1)?.add(step[1], step[2]);
    else this.#close();
  }

  #close(): void {
    const part = this.#open.pop();
    if (part) this.#open.at(-1)?.add([part.whole()], [part.name]);
  }
}

/** A list, a record or a long text that is being put together. */
class Part {
  readonly name: string | null;
  readonly values: unknown[] = [];
  readonly #kind: Kind;
  readonly #record: Record<string, unknown> = {};

  constructor(kind: Kind, name: string | null) {
    this.#kind = kind;
    this.name = name;
  }

  add(values: readonly unknown[], names: readonly (string | null)[]): void {
    for (const [index, value] of values.entries()) {
      const name = names[index];
      if (this.#kind !== 'record') this.values.push(value);
      else if (typeof name === 'string' && name !== '__proto__') this.#record[name] = value;
    }
  }

  whole(): unknown {
    if (this.#kind === 'text') return this.values.join('');
    return this.#kind === 'list' ? this.values : this.#record;
  }
}

function* stepsTo(value: unknown, name: string | null = null): Generator<Step> {
  if (!isLarge(value)) yield ['add', [value], [name]];
  else if (typeof value === 'string') yield* stepsToText(value, name);
  else {
    yield ['open', Array.isArray(value) ? 'list' : 'record', name];
    yield* stepsToMembers(value as object);
    yield ['close'];
  }
}

function* stepsToText(text: string, name: string | null): Generator<Step> {
  yield ['open', 'text', name];
  for (let at = 0; at < text.length; at += sliceLength) {
    yield ['add', [text.slice(at, at + sliceLength)], []];
  }
  yield ['close'];
}

/** The steps that make the members of a list or record: small members go together, a large one has steps of its own. */
function* stepsToMembers(parent: object): Generator<Step> {
  const isRecord = !Array.isArray(parent);
  let values: unknown[] = [];
  let names: string[] = [];
  let size = 0;
  for (const [name, value] of Object.entries(parent)) {
    const own = sizeOf(value, sliceLength);
    if (size + own > sliceLength && values.length > 0) {
      yield ['add', values, names];
      [values, names, size] = [[], [], 0];
    }
    if (own > sliceLength) {
      yield* stepsTo(value, isRecord ? name : null);
    } else {
      values.push(value);
      if (isRecord) names.push(name);
      size += own;
    }
  }
  yield ['add', values, names];
}

function isLarge(value: unknown): boolean {
  return sizeOf(value, sliceLength) > sliceLength;
}

/** About how many characters of JSON a value takes; for a value of more than `most`, only some number above that. */
function sizeOf(value: unknown, most: number): number {
  if (typeof value === 'string') return value.length + 3;
  if (typeof value !== 'object' || value === null) return 8;
  let size = 3;
  for (const name in value) {
    size += name.length + sizeOf((value as Record<string, unknown>)[name], most - size);
    if (size > most) break;
  }
  return size;
}
