import { hidden } from './secret.ts';

/** A name and a password in front of an address's host. Bounded, as callers choose the text. */
const login = /((?:https?|ftps?|sftp|wss?):[/\\]{0,8})([^\s/?#\\]{1,512})@/gi;

/** The text without the names and passwords in front of the hosts of addresses in it. */
export function withoutLogins(text: string): string {
  return text.includes('@') ? text.replaceAll(login, `$1${hidden}@`) : text;
}

/** The passwords in front of the hosts of addresses in a text, each as it is written and decoded. */
export function passwordsIn(text: string): readonly string[] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(login)].flatMap(([, , given = '']) => {
    const password = given.slice(given.indexOf(':') + 1);
    return given.includes(':') && password !== '' ? [password, decoded(password)] : [];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
