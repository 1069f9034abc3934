import { decodeHTMLStrict } from 'entities';
import { compile, type FormatCallback, type FormatOptions } from 'html-to-text';
import sanitizeHtml from 'sanitize-html';
import type { Message } from '../contract/message.ts';
import { absoluteLink } from './absolute-link.ts';
import { plainBlocks, unknownBlocks } from './block-elements.ts';
import { withBoundedDepth, type BoundedHtml } from './bounded-depth.ts';
import { lineBreak } from './line-break.ts';

/** Bodies are cut here before they are converted: endless HTML must not hold up the process. `body` has the rest. */
const maxInputLength = 300_000;
/**
 * The elements of a longer body are closed before it becomes text. The converter to text has an older parser, which
 * nests some of them deeper than the bound where nobody closes them.
 */
const longestUnbalanced = 30_000;
/** Of a body that is not HTML so much is converted. */
const longestPlain = 1_000_000;
/** Of what is quoted deeper than this only as much is converted as an unclosed body may have. */
const deepestIndentation = 20;
/** HTML whose elements are closed is longer than it was. */
const longestText = 10 * maxInputLength;

const safe: sanitizeHtml.IOptions = {
  allowedTags: [
    ...sanitizeHtml.defaults.allowedTags.filter((tag) => tag !== 'img'),
    'del',
    'ins',
    'h1',
    'h2',
  ],
  allowedAttributes: { a: ['href', 'title', 'rel'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  disallowedTagsMode: 'discard',
  nestingLimit: 100,
};

/** Closes elements, and leaves out nothing. */
const balanced: sanitizeHtml.IOptions = {
  allowedTags: false,
  allowedAttributes: false,
  allowedSchemesAppliedToAttributes: [],
  allowVulnerableTags: true,
  nestingLimit: 100,
};

/** A cell of a table stands apart from the next one in its line. */
const cell: FormatCallback = ({ children }, walk, builder) => {
  walk(children, builder);
  builder.addInline(' ');
};

/** A mail that is a whole document has a title, which no reader of mails shows. */
const documentTitle = /<title\b[^<>]*>[^<]*<\/title\s*>/gi;

/** How HTML is converted whose links without a host belong to one folder. */
interface Conversion {
  readonly toText: (html: string) => string;
  readonly toSafe: (html: string) => string;
}

/** By folder: there are no more of them than sources. */
const conversions = new Map<string | undefined, Conversion>();

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The part of a message, or of anything else with a body, that its text is made from. */
export type MessageBody = Pick<Message, 'body' | 'bodyFormat' | 'text'>;

/** The body as plain text. Links without a host belong to `linkBase`; where there is none, they are left out. */
export function plainText(message: MessageBody, linkBase?: string): string {
  if (message.text !== undefined) return message.text;
  const { body, bodyFormat } = message;
  if (bodyFormat !== 'html') return unescaped(message).trim();
  const { toText } = conversionFor(linkBase);
  const { html, indentation } = bounded(body);
  // Every line is written once for each level of quotes and lists that it stands in.
  if (indentation > deepestIndentation) return toText(html.slice(0, longestUnbalanced)).trim();
  const closed = html.length > longestUnbalanced ? sanitizeHtml(html, balanced).slice(0, longestText) : html;
  return toText(closed).trim();
}

/**
 * The body as HTML that is safe to put into a page: no script, style, event handler, image or foreign scheme. Links as
 * in `plainText`.
 */
export function safeHtml(message: MessageBody, linkBase?: string): string {
  const { body, bodyFormat, text } = message;
  if (text === undefined && bodyFormat === 'html')
    return conversionFor(linkBase).toSafe(bounded(body).html).trim();
  return (text ?? unescaped(message))
    .slice(0, longestPlain)
    .replace(/[&<>"']/g, (character) => escapes[character] ?? character)
    .replace(/\r?\n/g, '<br />');
}

function bounded(html: string): BoundedHtml {
  return withBoundedDepth(html.slice(0, maxInputLength).replace(documentTitle, ''));
}

/** A body that is not HTML, as people read it. */
function unescaped({ body, bodyFormat }: MessageBody): string {
  return bodyFormat === 'escaped' ? decodeHTMLStrict(body.slice(0, longestPlain)) : body;
}

function conversionFor(linkBase: string | undefined): Conversion {
  const known = conversions.get(linkBase);
  if (known) return known;
  const blocks = Object.fromEntries(plainBlocks.map((name) => [name, 'div']));
  const options = { ...safe, transformTags: { ...blocks, a: safeLink(linkBase) } };
  const conversion: Conversion = {
    toText: textConversion(linkBase),
    toSafe: (html) => sanitizeHtml(html, options),
  };
  conversions.set(linkBase, conversion);
  return conversion;
}

function textConversion(linkBase: string | undefined): Conversion['toText'] {
  const link: FormatOptions = { hideLinkHrefIfSameAsText: true, linkBrackets: ['[', ']'], noAnchorUrl: true };
  const pathRewrite = (path: string) => absoluteLink(path, linkBase);
  return compile({
    wordwrap: false,
    limits: { maxInputLength: longestText, maxDepth: 100, ellipsis: '…' },
    formatters: { cell, lineBreak },
    selectors: [
      ...[...unknownBlocks, 'option'].map((selector) => ({
        selector,
        format: 'block',
        options: { leadingLineBreaks: 1, trailingLineBreaks: 1 },
      })),
      { selector: 'br', format: 'lineBreak' },
      { selector: 'td', format: 'cell' },
      { selector: 'th', format: 'cell' },
      { selector: 'img', format: 'skip' },
      { selector: 'a', options: { ...link, pathRewrite } },
      // The address is shown without `mailto:`.
      { selector: 'a[href^="mailto:"]', format: 'anchor', options: link },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
        selector,
        options: { uppercase: false },
      })),
    ],
  });
}

function safeLink(linkBase: string | undefined): sanitizeHtml.Transformer {
  return (tagName, { href, ...others }) => {
    const link = href === undefined ? '' : absoluteLink(href, linkBase);
    const attribs = {
      ...others,
      ...(link === '' ? {} : { href: link }),
      rel: 'noopener noreferrer nofollow',
    };
    return { tagName, attribs };
  };
}
