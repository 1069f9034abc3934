import type { IncomingHttpHeaders } from 'node:http';

/** The value of a header, the first of several; null = there is none. `name`: in lower case. */
export function firstHeader(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
