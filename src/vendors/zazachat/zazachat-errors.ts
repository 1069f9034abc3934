import { VendorError, type VendorErrorOptions } from '../../contract/vendor-error.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { childNamed, childText, elements, textOf, type XmlElement } from '../../decoding/xml-element.ts';

const refusedKey =
  /api[\s_-]*key|(invalid|wrong|bad|incorrect|unknown|expired|missing)\s+key|\bkey\s+(is\s+|was\s+)?(not\s+)?(in)?(valid|correct|accepted)|authori[sz]|authenticat|credential|access\s+(is\s+)?denied|\baccount\b|client\s*id\b/i;

/**
 * Whether a text that came instead of data refuses the account's key. The service documents no errors; these are
 * the words such services use.
 */
export function isRefusal(text: string): boolean {
  return text.length < 500 && refusedKey.test(text);
}

/** The error for a text in the place of a list. None of its words are passed on, as they may contain anything. */
export function textError(text: string, status: number, label: CallLabel): VendorError {
  return isRefusal(text)
    ? new VendorError({ ...meanings.refused, status, ...label })
    : badResponse('expected data, got a text instead', status, label);
}

/** The error for a SOAP fault, version 1.1 or 1.2, judged by its words without the stack trace after them. */
export function faultError(fault: XmlElement, status: number, label: CallLabel): VendorError {
  return new VendorError({ ...meaningOf(wordsOf(fault)), status, ...label });
}

/** An answer that is not what the vendor's document says. */
export function badResponse(message: string, status: number, label: CallLabel): VendorError {
  return new VendorError({ kind: 'bad-response', message, status, ...label });
}

const meanings = {
  refused: { kind: 'unauthenticated', message: 'the service refused clientId or apiKey' },
  unknown: {
    kind: 'wrong-answer',
    message: 'the service does not know this method; check the setting namespace',
  },
  unread: {
    kind: 'wrong-answer',
    message: 'the service could not read a value that was sent; check the setting clientId',
  },
  other: { kind: 'unavailable', message: 'the service answered with a fault' },
} as const satisfies Readonly<Record<string, Pick<VendorErrorOptions, 'kind' | 'message'>>>;

/** Nothing that a caller asks for can be at fault: it is only dates, and ids that the service gave out. */
function meaningOf(words: string): (typeof meanings)[keyof typeof meanings] {
  if (/soapaction/i.test(words)) return meanings.unknown;
  if (refusedKey.test(words)) return meanings.refused;
  if (/unable to read request|valid datetime|out-of-range datetime/i.test(words)) return meanings.unread;
  return meanings.other;
}

/** The fault's text up to the stack trace that .NET appends. */
function wordsOf(fault: XmlElement): string {
  const reason = childNamed(fault, 'Reason');
  const words =
    childText(fault, 'faultstring') ?? (reason && textOf(reason)) ?? elements(fault).map(textOf).join(' ');
  return words.split(/(?<!\s)\s+at\s+\S+\(/, 1)[0] ?? '';
}
