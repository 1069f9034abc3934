import type { Agent } from '../../contract/agent.ts';
import type { Customer } from '../../contract/customer.ts';
import type { Instant } from '../../contract/instant.ts';
import type { Spread } from '../../contract/report.ts';
import { contactCustomerKey, emailCustomerKey } from './liveagent-mapping-customer.ts';
import { fullName, notBefore, toInstant } from './liveagent-mapping-values.ts';
import { toText, type WireRecord } from './liveagent-wire-values.ts';

/** A row of a report. Which columns it has depends on the report and on what was asked for; numbers are text. */
export class ReportRecord {
  readonly #record: WireRecord;
  readonly #timeZone: string;

  constructor(record: WireRecord, timeZone: string) {
    this.#record = record;
    this.#timeZone = timeZone;
  }

  /** null = missing or blank. */
  text(column: string): string | null {
    const value = Object.hasOwn(this.#record, column) ? toText(this.#record[column]) : null;
    return value?.trim() || null;
  }

  number(column: string): number | null {
    const text = this.text(column);
    return text !== null && /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?( *%)?$/i.test(text)
      ? Number.parseFloat(text)
      : null;
  }

  /** Rounded: averages come with fractions. */
  whole(column: string): number | null {
    const number = this.number(column);
    return number === null ? null : Math.round(number);
  }

  /** null also for the word `now`. `ofHour` = the start of the hour in which it lies. */
  instant(column: string, ofHour = false): Instant | null {
    const text = this.text(column);
    return toInstant(ofHour ? text?.replace(/:\d\d(:\d\d)?$/, ':00:00') : text, this.#timeZone);
  }

  /** The same, for a moment that cannot lie before another one. */
  instantFrom(earliest: Instant | null, column: string): Instant | null {
    const moment = this.instant(column);
    return moment === null || earliest === null ? moment : notBefore(earliest, moment, this.#timeZone);
  }

  /**
   * The moment after the last second of a span, which a column has by the wall clock: where that shows an hour twice,
   * the span ends with the second one.
   */
  end(column: string): Instant | null {
    const text = this.text(column);
    const last = toInstant(text, this.#timeZone);
    if (last === null || last % 60_000 !== 59_000) return last;
    const shown = toInstant(text, 'UTC') ?? last;
    // The text has a zone of its own, or the account's clocks show UTC.
    if (shown === last) return last + 1000;
    return toInstant(new Date(shown + 1000).toISOString().slice(0, 19), this.#timeZone);
  }

  /** A length `HH:MM:SS`, the hours as many as it takes, perhaps with a sign. */
  seconds(column: string): number | null {
    const [, sign, ...parts] = /^([+-]?)(\d+):(\d\d):(\d\d)$/.exec(this.text(column) ?? '') ?? [];
    if (sign === undefined) return null;
    const seconds = parts.reduce((sum, part) => sum * 60 + Number(part), 0);
    return sign === '-' ? -seconds : seconds;
  }

  /** Columns `avg…`, `min…` and `max…`. */
  spread(name: string, average: 'fraction' | 'whole'): Spread {
    return {
      average: average === 'whole' ? this.whole(`avg${name}`) : this.number(`avg${name}`),
      minimum: this.whole(`min${name}`),
      maximum: this.whole(`max${name}`),
    };
  }

  agent(idColumn: string, firstNameColumn: string, lastNameColumn: string): Agent | null {
    const entity = this.entity(idColumn);
    const firstName = this.text(firstNameColumn);
    const lastName = this.text(lastNameColumn);
    const name = fullName(firstName, lastName);
    return entity === null || name === null ? entity : { ...entity, name, firstName, lastName };
  }

  /** An entity known by id. */
  entity(idColumn: string): { key: string; vendorId: string } | null {
    const key = this.text(idColumn);
    return key === null ? null : { key, vendorId: key };
  }

  /** An entity known by id and name. */
  named(idColumn: string, nameColumn: string): { key: string; vendorId: string; name?: string } | null {
    const entity = this.entity(idColumn);
    const name = this.text(nameColumn);
    return entity === null || name === null ? entity : { ...entity, name };
  }

  /** A customer by contact id, e-mail address, or both; the address is the key where there is one. */
  customer(idColumn: string, emailColumn: string | null, name: string | null): Customer | null {
    const contactId = this.text(idColumn);
    const address = emailColumn === null ? null : this.text(emailColumn);
    const email = address?.includes('@') ? address : null;
    const key = email === null ? contactId && contactCustomerKey(contactId) : emailCustomerKey(email);
    if (!key) return null;
    return {
      key,
      ...(contactId !== null && { vendorId: contactId }),
      ...(email !== null && { email }),
      ...(name !== null && { name }),
    };
  }
}
