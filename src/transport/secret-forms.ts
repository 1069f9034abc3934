/** Stands in the place of a secret. */
const hidden = '[secret]';
/** A shorter text stands in others by chance. */
const usualLength = 6;

/**
 * What matches secrets in what a vendor sends, in the forms in which they may come back: as they are, and encoded for an
 * address, a form, HTML, JSON or a header. Undefined = none has `shortest` characters, so as to be told from other words.
 */
export function secretForms(secrets: readonly string[], shortest = usualLength): RegExp | undefined {
  const forms = new Set(secrets.filter(({ length }) => length >= shortest).flatMap(formsOf));
  if (forms.size === 0) return undefined;
  const longestFirst = [...forms].sort((one, other) => other.length - one.length);
  return new RegExp(longestFirst.map(escaped).join('|'), 'gi');
}

/** The text without the secrets. */
export function withoutSecretForms(text: string, forms: RegExp | undefined): string {
  return forms ? text.replace(forms, hidden) : text;
}

function formsOf(secret: string): readonly string[] {
  const text = secret.toWellFormed();
  const inAddress = encodeURIComponent(text);
  const told = [text, inAddress, encodeURIComponent(inAddress), inForm(text), inMarkup(text)];
  return [
    ...told.flatMap((form) => [form, inMarkup(form), inJson(form), inAsciiJson(form)]),
    ...inBase64(text),
  ];
}

function inForm(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

const markup: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function inMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => markup[character] ?? character);
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** As PHP writes JSON. */
function inAsciiJson(text: string): string {
  return inJson(text)
    .replaceAll('/', String.raw`\/`)
    .replace(/[^\p{ASCII}]/gu, (character) =>
      [...Array(character.length).keys()]
        .map((place) => String.raw`\u` + character.charCodeAt(place).toString(16).padStart(4, '0'))
        .join(''),
    );
}

/** As a part of a longer text, such as a login before it: the letters that hold nothing but the secret. */
function inBase64(text: string): readonly string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]);
    const whole = bytes.toString('base64').replaceAll('=', '');
    const form = whole.slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
    return form.length < usualLength ? [] : [form, form.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
