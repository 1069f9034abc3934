import { english } from './phrases-english.ts';
import { french } from './phrases-french.ts';
import { japanese } from './phrases-japanese.ts';
import { spanish } from './phrases-spanish.ts';
import type { Phrases } from './topic.ts';
import type { WorldCustomer } from './world.ts';

/** All texts by language. */
export const phrases: Readonly<Record<WorldCustomer['language'], Phrases>> = {
  en: english,
  es: spanish,
  fr: french,
  ja: japanese,
};

/** Puts values in the places of `{name}`; an unknown name stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
