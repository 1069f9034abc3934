import { hidden } from '../contract/secret.ts';

/** The fewest characters of a secret that is looked for; a shorter text may stand in others by chance. */
const usualLength = 6;

/**
 * A pattern that finds secrets in what a vendor sends, in all forms in which they may come back: as they are, with any
 * of their characters written as addresses, forms, HTML or JSON write them, in hexadecimal digits, and in base64, as in
 * a header. Undefined = no secret has at least `shortest` characters, which it needs to be distinguished from other
 * words.
 */
export function secretForms(secrets: readonly string[], shortest = usualLength): RegExp | undefined {
  const told = secrets.filter(({ length }) => length >= shortest).map((secret) => secret.toWellFormed());
  if (told.length === 0) return undefined;
  const longestFirst = told.sort((one, other) => other.length - one.length);
  const forms = [
    ...longestFirst.map(inAnyWriting),
    ...longestFirst.flatMap((secret) => [Buffer.from(secret).toString('hex'), ...inBase64(secret)]),
  ];
  return new RegExp(forms.join('|'), 'gi');
}

/** A pattern that finds what either of two does. */
export function eitherForms(one: RegExp, other: RegExp | undefined): RegExp {
  return other ? new RegExp(`${one.source}|${other.source}`, 'gi') : one;
}

/** The text without the secrets. */
export function withoutSecretForms(text: string, forms: RegExp | undefined): string {
  return forms ? text.replace(forms, hidden) : text;
}

const entityNames: Readonly<Record<string, string>> = {
  '&': 'amp',
  '<': 'lt',
  '>': 'gt',
  '"': 'quot',
  "'": 'apos',
};

/** The letters that JSON writes after a backslash for control characters. */
const jsonLetters: Readonly<Record<string, string>> = {
  '\b': 'b',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
};

/** Backslashes, which every layer of JSON doubles. All repetitions are bounded, as vendors choose the text. */
const jsonMarks = String.raw`\\{1,16}`;
const ampersand = String.raw`(?:&|${jsonMarks}u0026|%(?:25){0,4}26)(?:amp;){0,4}`;

/** A pattern of a text in which each character is written as it is or in an escaped form. */
function inAnyWriting(text: string): string {
  // Several backslashes in a row count as one, which any number of them matches.
  return Array.from(text.replace(/\\+/g, '\\'), (character) => {
    const code = character.codePointAt(0) ?? 0;
    const letter = jsonLetters[character];
    const short = letter === undefined ? [] : [jsonMarks + letter];
    const units = character.split('').map((unit) => jsonMarks + 'u' + hex(unit.charCodeAt(0), 4));
    const bytes = Array.from(Buffer.from(character), (byte) => '%(?:25){0,4}' + hex(byte, 2));
    const references = [`#0{0,8}${code}`, `#x0{0,8}${hex(code)}`, entityNames[character]].filter(Boolean);
    const reference = `${ampersand}(?:${references.join('|')});`;
    return `(?:${[asItIs(character), ...short, units.join(''), bytes.join(''), reference].join('|')})`;
  }).join('');
}

function asItIs(character: string): string {
  if (/^[A-Za-z0-9]$/.test(character)) return character;
  if (character === '\\') return jsonMarks;
  const plain = character.replace(/[.*+?^${}()|[\]/]/, String.raw`\$&`);
  return String.raw`\\{0,16}${character === ' ' ? '[ +]' : plain}`;
}

function hex(code: number, digits = 1): string {
  return code.toString(16).padStart(digits, '0');
}

/**
 * A text in base64 as a part of a longer one, such as with a login before it: for each place where it may begin, the
 * characters that depend on nothing but the secret.
 */
function inBase64(text: string): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const whole = bytes.toString('base64').replaceAll('=', '');
    const form = whole.slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
    return form.length < usualLength ? [] : [form.replace(/[+-]/g, '[+-]').replace(/[/_]/g, '[/_]')];
  });
}
