/** Stands in place of a value that nobody may see. */
export const hidden = '[secret]';

const inspect = Symbol.for('nodejs.util.inspect.custom');

/** A key or password. Printing, logging or serialising it gives `[secret]`; only `reveal` gives the value. */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value; call it only where the request to the vendor is built. */
  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return hidden;
  }

  toJSON(): string {
    return hidden;
  }

  [inspect](): string {
    return hidden;
  }
}

/** The values of the secrets among some settings; call it only where `reveal` may be called. */
export function secretsIn(settings: object): string[] {
  return Object.values(settings).flatMap((value: unknown) => (value instanceof Secret ? value.reveal() : []));
}
