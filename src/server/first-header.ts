import type { IncomingHttpHeaders } from 'node:http';

/** A header by its name in lower case, the first of several; null = there is none. */
export function firstHeader(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
