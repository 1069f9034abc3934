import type { CustomField } from '../../contract/custom-field.ts';

const marker = '+|+';

/**
 * Reads a ticket's custom fields, `Name+|+value Other name+|+value `. Only blanks stand between a value and the next
 * name, so a name of several words is found only when it is among `names`; otherwise the last word before a marker
 * is taken as the name (the text before the first marker is one name as a whole).
 */
export function toTicketFields(text: string | null, names: readonly string[]): CustomField[] {
  if (text === null) return [];
  const parts = text.split(marker);
  if (parts.length === 1) return [];
  const fields: CustomField[] = [];
  let code = (parts[0] ?? '').trim();
  parts.slice(1).forEach((part, index) => {
    const isLast = index === parts.length - 2;
    const { value, nextCode } = isLast ? { value: part, nextCode: '' } : splitBeforeMarker(part, names);
    if (code !== '') fields.push({ code: spelledAs(code, names), value: value.trim() || null });
    code = nextCode;
  });
  return fields;
}

/** Divides `<value> <next name>`. */
function splitBeforeMarker(part: string, names: readonly string[]): { value: string; nextCode: string } {
  const text = part.trimEnd();
  const known = names
    .filter((name) => endsWithName(text, name))
    .reduce((longest, name) => (name.length > longest.length ? name : longest), '');
  const nextCode = known || (/(?<!\S)\S+$/.exec(text)?.[0] ?? '');
  return { value: text.slice(0, text.length - nextCode.length), nextCode };
}

function endsWithName(text: string, name: string): boolean {
  if (!text.toLowerCase().endsWith(name.toLowerCase())) return false;
  return text.length === name.length || /\s/.test(text.charAt(text.length - name.length - 1));
}

function spelledAs(code: string, names: readonly string[]): string {
  return names.find((name) => name.toLowerCase() === code.toLowerCase()) ?? code;
}

/** The fields Custom1, Custom2, … of a visitor, under these names. */
export function toVisitorFields(info: Readonly<Record<string, string>>): CustomField[] {
  return numbered(info, 'custom').map(({ place, value }) => ({ code: `Custom${place}`, value }));
}

/** Values of the elements `<prefix>1`, `<prefix>2`, … in the order of their numbers. */
export function numbered(
  info: Readonly<Record<string, string>>,
  prefix: string,
): { readonly place: number; readonly value: string | null }[] {
  return Object.entries(info)
    .filter(([name]) => name.startsWith(prefix) && /^\d{1,3}$/.test(name.slice(prefix.length)))
    .map(([name, text]) => ({ place: Number(name.slice(prefix.length)), value: text.trim() || null }))
    .sort((one, other) => one.place - other.place);
}
