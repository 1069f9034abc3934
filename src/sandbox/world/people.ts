import { nameStocks } from './names.ts';
import type { Random } from './random.ts';
import type { WorldCustomer } from './world.ts';

/** A human being, before any help desk has given them an id. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  /** Lower case, one per person. */
  readonly email: string;
  readonly phone: string;
  readonly country: string;
  readonly language: WorldCustomer['language'];
  readonly gender: 'F' | 'M' | 'O' | null;
}

const domains = ['example.com', 'example.org', 'example.net', 'mail.example.com', 'post.example.net'];

/** Makes one person whose e-mail address ends in `serial`, which keeps addresses apart. */
export function makePerson(random: Random, language: Person['language'], serial: number): Person {
  const stock = nameStocks[language];
  const first = random.pick(stock.first);
  const last = random.pick(stock.last);
  // Some addresses have a plus sign, which has to survive every URL on its way.
  const tag = random.chance(0.04) ? '+help' : '';
  return {
    firstName: first.shown,
    lastName: last.shown,
    email: `${first.latin}.${last.latin}${serial}${tag}@${random.pick(domains)}`,
    phone: `+${random.integer(1, 81)} 555 01${random.word('0123456789', 2)} ${String(serial).padStart(3, '0')}`,
    country: random.pick(stock.countries),
    language,
    gender: random.chance(0.2) ? null : random.chance(0.03) ? 'O' : (first.gender ?? null),
  };
}

/** How people type the same address on different occasions. */
export function typedEmail(random: Random, email: string): string {
  const form = random.weighted({ same: 80, capital: 10, upper: 4, blanks: 6 });
  if (form === 'capital') return email.replaceAll(/(^|[.])([a-z])/g, (found) => found.toUpperCase());
  if (form === 'upper') return email.toUpperCase();
  return form === 'blanks' ? ` ${email} ` : email;
}
