import { ALL_ENTITIES, EntityDecoder } from '@nodable/entities';
import { compile } from 'html-to-text';
import sanitizeHtml from 'sanitize-html';

/** Bodies are cut here before they are converted: deeply nested or endless HTML must not hold up the process. */
const maxInputLength = 1_000_000;

const toPlainText = compile({
  wordwrap: false,
  limits: { maxInputLength, maxDepth: 100, ellipsis: '…' },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
});

const safe: sanitizeHtml.IOptions = {
  allowedTags: [
    ...sanitizeHtml.defaults.allowedTags.filter((tag) => tag !== 'img'),
    'del',
    'ins',
    'h1',
    'h2',
  ],
  allowedAttributes: { a: ['href', 'title'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  disallowedTagsMode: 'discard',
  nestingLimit: 100,
  transformTags: {
    a: (tagName, attributes) => ({
      tagName,
      attribs: { ...attributes, rel: 'noopener noreferrer nofollow' },
    }),
  },
};
safe.allowedAttributes = { ...safe.allowedAttributes, a: ['href', 'title', 'rel'] };

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const entities = new EntityDecoder({
  namedEntities: ALL_ENTITIES,
  ncr: { onNCR: 'allow', nullNCR: 'remove' },
});

/** A message body as a vendor gave it. */
export interface MessageBody {
  readonly body: string;
  /** `escaped` = plain text in which HTML's entities stand for characters. */
  readonly bodyFormat: 'escaped' | 'html' | 'text';
  /** What the body says to people, where it is written for programs. */
  readonly text?: string | undefined;
}

/** The body as plain text. */
export function plainText(message: MessageBody): string {
  if (message.text !== undefined) return message.text;
  const { body, bodyFormat } = message;
  return (bodyFormat === 'html' ? toPlainText(body.slice(0, maxInputLength)) : unescaped(message)).trim();
}

/** The body as HTML that is safe to put into a page: no script, style, event handler, image or foreign scheme. */
export function safeHtml(message: MessageBody): string {
  const { body, bodyFormat, text } = message;
  if (text === undefined && bodyFormat === 'html')
    return sanitizeHtml(body.slice(0, maxInputLength), safe).trim();
  return (text ?? unescaped(message))
    .replace(/[&<>"']/g, (character) => escapes[character] ?? character)
    .replace(/\r?\n/g, '<br />');
}

/** A body without markup as it is read. */
function unescaped({ body, bodyFormat }: MessageBody): string {
  return bodyFormat === 'escaped' ? entities.decode(body) : body;
}
