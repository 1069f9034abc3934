import type { EmulatedReply } from '../emulator.ts';
import type { IadvizeQuirks } from './iadvize-account.ts';

/** JSON as PHP writes it: slashes escaped. */
export function jsonReply(value: unknown): EmulatedReply {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value).replaceAll('/', '\\/'),
  };
}

/** CSV or XML text in the account's charset. */
export function textReply(mediaType: string, text: string, quirks: IadvizeQuirks): EmulatedReply {
  const contentType = quirks.charsetNamed ? `${mediaType}; charset=${quirks.charset}` : mediaType;
  return {
    status: 200,
    headers: { 'content-type': contentType },
    body: quirks.charset === 'utf-8' ? text : Buffer.from(text, 'latin1'),
  };
}

/** The answer to every change that worked; it says nothing else. */
export function successReply(quirks: IadvizeQuirks): EmulatedReply {
  const quote = quirks.successQuotes === 'single' ? "'" : '"';
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: `{${quote}result${quote}:${quote}success${quote}}`,
  };
}

/** The answer to a call that did not work. No document shows one: HTTP 200 with a word in it. */
export function refusalReply(message: string, quirks: IadvizeQuirks): EmulatedReply {
  if (quirks.refusal === 'json') return jsonReply({ result: 'error', message });
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: message };
}
