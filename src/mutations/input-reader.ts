import type { EntityType } from '../contract/entity-type.ts';
import { decodeGlobalId, type EntityAddress } from '../contract/global-id.ts';
import type { HelpdeskSource, SourceRegistry } from '../contract/helpdesk-source.ts';
import type { Optional } from '../contract/mutations/mutation-plan.ts';
import { RequestRefused } from './request-refused.ts';
import type { UserError } from './user-error.ts';

const email = /^[^\s@<>,;"\p{Cc}]+@(?:[^\s@<>,;".\p{Cc}]+\.)+[^\s@<>,;".\p{Cc}]+$/u;

/**
 * Reads the input of one mutation: finds the source it is for, turns global ids into keys and checks values. What is
 * wrong with a value is collected in `errors`. Throws `RequestRefused` for an id that is malformed, and for input that
 * contradicts itself.
 */
export class InputReader {
  readonly #sources: SourceRegistry;
  readonly #errors: UserError[] = [];
  #source: HelpdeskSource | null = null;

  constructor(sources: SourceRegistry) {
    this.#sources = sources;
  }

  /** The source that the input is for; null = the source that it names does not exist. */
  get chosen(): HelpdeskSource | null {
    return this.#source;
  }

  get errors(): readonly UserError[] {
    return this.#errors;
  }

  /** Reads the name of the source that the input is for. */
  source(name: string): void {
    const source = this.#sources.get(name);
    const names = [...this.#sources.keys()].join(', ');
    if (!source) {
      const text = `there is no source ${JSON.stringify(name)}; expected one of: ${names}`;
      throw new RequestRefused('BAD_USER_INPUT', text);
    }
    this.#choose(source);
  }

  /** The key in a global id of one of the types. The input is then for its source. */
  key(id: string, field: string, ...types: readonly EntityType[]): string {
    return this.address(id, field, ...types).key;
  }

  /** The same for an id that may be left out. */
  optionalKey(id: Optional<string>, field: string, type: EntityType): string | undefined {
    return id == null ? undefined : this.key(id, field, type);
  }

  /** The same for a list of ids that may be left out. */
  optionalKeys(ids: Optional<readonly string[]>, field: string, type: EntityType): string[] | undefined {
    return ids?.map((id) => this.key(id, field, type));
  }

  /** What a global id of one of the types says. The input is then for its source. */
  address(id: string, field: string, ...types: readonly EntityType[]): EntityAddress {
    const address = decodeGlobalId(id);
    const expected = types.join(' or ');
    if (!address) {
      const text = `${field}: expected an id of type ${expected} as this API gives it out, but got another text`;
      throw new RequestRefused('BAD_USER_INPUT', text);
    }
    if (!types.includes(address.type)) {
      const text = `${field}: expected an id of type ${expected}, but got one of type ${address.type}`;
      throw new RequestRefused('BAD_USER_INPUT', text);
    }
    // No entity has an empty key, and a path without it would mean all entities.
    const source = address.key === '' ? undefined : this.#sources.get(address.source);
    if (source) this.#choose(source);
    else this.#fault(field, 'there is no such thing any more', 'NOT_FOUND');
    return address;
  }

  /** A text that must not be blank. */
  text(value: string, field: string): string {
    this.check(value.trim() !== '', field, 'expected some text, but got none');
    return value;
  }

  /** A text that may be left out, but must not be blank where it is given. */
  optionalText(value: Optional<string>, field: string): string | undefined {
    return value == null ? undefined : this.text(value, field);
  }

  /** An e-mail address. */
  email(value: string, field: string): string {
    const trimmed = value.trim();
    this.check(email.test(trimmed), field, 'expected an e-mail address, such as jane@example.com');
    return trimmed;
  }

  /** An e-mail address that may be left out. */
  optionalEmail(value: Optional<string>, field: string): string | undefined {
    return value == null ? undefined : this.email(value, field);
  }

  /** Refuses input that contradicts itself: throws unless the condition holds. */
  demand(holds: boolean, message: string): void {
    if (!holds) throw new RequestRefused('BAD_USER_INPUT', message);
  }

  /** Collects an error about a field unless the condition holds. */
  check(holds: boolean, field: string, message: string): void {
    if (!holds) this.#fault(field, `${field}: ${message}`, 'BAD_USER_INPUT');
  }

  #choose(source: HelpdeskSource): void {
    if (this.#source && this.#source !== source) {
      const text = `one mutation changes one source, but the input names "${this.#source.name}" and "${source.name}"`;
      throw new RequestRefused('BAD_USER_INPUT', text);
    }
    this.#source = source;
  }

  #fault(field: string, message: string, code: UserError['code']): void {
    this.#errors.push({ message, code, field: [field] });
  }
}
