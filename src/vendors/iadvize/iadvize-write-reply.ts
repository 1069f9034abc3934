import { VendorError } from '../../contract/vendor-error.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { failedReply, singleQuotedObject, type CallLabel } from './iadvize-errors.ts';
import { isJsonObject } from './iadvize-wire-rows.ts';

const expected = 'the word success';
const longestWords = 200;
const approvalWords = /^(ok|okay|true|yes|oui|done|accepted|created|updated|deleted|succe\w*|succès)[.!]?$/i;
const absenceWords = /not[ _-]?found|introuvable|no such|unknown|inconnu|n['’]existe|does ?n['’o]t exist/i;

/**
 * Accepts the success word of a change, in the single quotes of the document or as JSON. A few words of another kind
 * are the vendor's refusal; anything else leaves open what became of the change. `passwords` are never repeated.
 */
export function expectSuccess(reply: UpstreamReply, label: CallLabel, passwords: readonly string[]): void {
  const value = valueOf(reply);
  const word = isJsonObject(value) ? (value['result'] ?? value['status']) : value;
  if (reply.status < 300 && typeof word === 'string' && word.trim().toLowerCase() === 'success') return;
  const told = failedReply(reply, label, expected, typeof value === 'string' ? value : JSON.stringify(value));
  if (told.kind === 'unauthenticated' || told.kind === 'rate-limited') throw told;
  const words = wordsOf(value);
  if (words === null || reply.status >= 500) throw told;
  const kind = reply.status === 404 || absenceWords.test(words) ? 'not-found' : 'invalid-input';
  const message = `iAdvize refused the change: ${presentable(words, passwords)}`;
  throw new VendorError({ kind, message, status: reply.status, ...label });
}

/** The JSON of an answer, or its text; null for a page, nothing, and what may be the beginning of a success. */
function valueOf(reply: UpstreamReply): unknown {
  if (reply.contentKind === 'html' || reply.contentKind === 'empty' || reply.contentKind === 'xml')
    return null;
  const text = reply.text().trim();
  try {
    return JSON.parse(text);
  } catch {
    const value = singleQuotedObject(text);
    if (value !== null) return value;
    const isCutOff = /^["'[{]/.test(text) || 'success'.startsWith(text.toLowerCase());
    return isCutOff && text.toLowerCase() !== 'success' ? null : text;
  }
}

/** What an answer says in words; null when it says nothing, too much, or what may well mean a success. */
function wordsOf(value: unknown): string | null {
  const said = isJsonObject(value)
    ? [value['message'], value['error'], value['reason'], value['description'], value['result']]
    : [value];
  const words = said.find((one): one is string => typeof one === 'string' && one.trim() !== '') ?? null;
  if (words === null || approvalWords.test(words.trim())) return null;
  // Whoever refuses does not write lines of it: this may be anything.
  return /[\r\n]/.test(words.trim()) ? null : words;
}

function presentable(words: string, passwords: readonly string[]): string {
  const shown = passwords.reduce((text, password) => text.replaceAll(password, '[secret]'), words);
  return shown
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/https?:\/\/\S+/gi, '[address]')
    .replaceAll(/[0-9a-z_-]{20,}/gi, '[…]')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longestWords);
}
