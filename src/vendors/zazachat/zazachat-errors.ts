import { VendorError, type VendorErrorKind } from '../../contract/vendor-error.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';
import { childNamed, childText, elements, textOf, type XmlElement } from '../../transport/xml-element.ts';

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
    ? new VendorError({ kind: 'unauthenticated', message: messages.unauthenticated, status, ...label })
    : badResponse('expected data, got a text instead', status, label);
}

/** The error for a SOAP fault, version 1.1 or 1.2, judged by its words without the stack trace after them. */
export function faultError(fault: XmlElement, status: number, label: CallLabel): VendorError {
  const kind = kindOfWords(wordsOf(fault));
  return new VendorError({ kind, message: messages[kind], status, ...label });
}

/** An answer that is not what the vendor's document says. */
export function badResponse(message: string, status: number, label: CallLabel): VendorError {
  return new VendorError({ kind: 'bad-response', message, status, ...label });
}

const messages = {
  unauthenticated: 'the service refused clientId or apiKey',
  unsupported: 'the service does not know this method; check the setting namespace',
  'invalid-input': 'the service could not read a value that was sent',
  unavailable: 'the service answered with a fault',
} as const satisfies Partial<Record<VendorErrorKind, string>>;

function kindOfWords(words: string): keyof typeof messages {
  if (/soapaction/i.test(words)) return 'unsupported';
  if (refusedKey.test(words)) return 'unauthenticated';
  if (/unable to read request|valid datetime|out-of-range datetime/i.test(words)) return 'invalid-input';
  return 'unavailable';
}

/** The fault's text up to the stack trace that .NET appends. */
function wordsOf(fault: XmlElement): string {
  const reason = childNamed(fault, 'Reason');
  const words =
    childText(fault, 'faultstring') ?? (reason && textOf(reason)) ?? elements(fault).map(textOf).join(' ');
  return words.split(/(?<!\s)\s+at\s+\S+\(/, 1)[0] ?? '';
}
