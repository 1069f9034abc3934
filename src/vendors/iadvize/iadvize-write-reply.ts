import { VendorError } from '../../contract/vendor-error.ts';
import type { UpstreamReply } from '../../transport/upstream-reply.ts';
import { elements, textOf } from '../../transport/xml-element.ts';
import { failedReply, keyRefusedIn, singleQuotedObject, type CallLabel } from './iadvize-errors.ts';
import { isJsonObject, type JsonObject } from './iadvize-wire-rows.ts';

const expected = 'the word success';
const longestWords = 200;
const approvalWords = /^(ok|okay|true|yes|oui|done|accepted|created|updated|deleted|succe\w*|succès)[.!]?$/i;
const absenceWords = /not[ _-]?found|introuvable|no such|unknown|inconnu|n['’]existe|does ?n['’o]t exist/i;

/** Words with a 5xx that say nothing about the input: of a crash, a rest, or what stands in front of the vendor. */
const outageWords =
  /^(error|erreur|fail\w*|échec)[.!]?$|internal|interne\b|server|serveur|gateway|upstream|maintenance|(service|currently|temporar\w*|temporaire\w*|momentan\S*) (unavailable|indisponible)|overload|surcharg|timed?[ -]?out|try again|r[ée]essay|unexpected|inattendu|unknown error|erreur inconnue|went wrong/i;

/**
 * Accepts the success word of a change, in the single quotes of the document, as JSON or as XML. Words of another kind
 * are the vendor's refusal: a few in plain text, or any in an answer of that form, which may come with a 5xx too.
 * Anything else leaves open what became of the change.
 */
export function expectSuccess(reply: UpstreamReply, label: CallLabel): void {
  const value = valueOf(reply);
  const word = isJsonObject(value) ? (value['result'] ?? value['status']) : value;
  const isSuccess = typeof word === 'string' && word.trim().toLowerCase() === 'success';
  if (reply.status < 300 && isSuccess) return;
  const told = failedReply(reply, label, expected, typeof value === 'string' ? value : JSON.stringify(value));
  if (told.kind === 'unauthenticated' || told.kind === 'rate-limited') throw told;
  const words = wordsOf(value);
  if (words === null) throw told;
  if (reply.status >= 500) {
    if (!isJsonObject(value) || isSuccess || outageWords.test(words.trim())) throw told;
    const refusedKey = keyRefusedIn(words, reply.status, label);
    if (refusedKey) throw refusedKey;
  }
  const kind = reply.status === 404 || absenceWords.test(words) ? 'not-found' : 'invalid-input';
  const message = `iAdvize refused the change: ${presentable(words)}`;
  throw new VendorError({ kind, message, status: reply.status, ...label });
}

/** What an answer holds, or its text; null for a page, nothing, and what may be the beginning of a success. */
function valueOf(reply: UpstreamReply): unknown {
  if (reply.contentKind === 'html' || reply.contentKind === 'empty') return null;
  if (reply.contentKind === 'xml') return objectOfXml(reply);
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

/** The texts of a document by the names of its elements; null when it is broken, or such as a part of a page. */
function objectOfXml(reply: UpstreamReply): JsonObject | null {
  try {
    const root = reply.xml();
    const inner = elements(root);
    if (inner.some((element) => elements(element).length > 0)) return null;
    return Object.fromEntries((inner.length > 0 ? inner : [root]).map((each) => [each.name, textOf(each)]));
  } catch {
    return null;
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

function presentable(words: string): string {
  return words
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/https?:\/\/\S+/gi, '[address]')
    .replaceAll(/[0-9a-z_-]{20,}/gi, '[…]')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, longestWords);
}
