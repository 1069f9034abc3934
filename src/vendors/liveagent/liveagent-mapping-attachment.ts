import type { Attachment } from '../../contract/message.ts';
import { absoluteUrl } from '../../vendor-kit/canonical-url.ts';

const nameWithSuffix = /^[^\n\r<>/\\]{1,200}\.[a-z0-9]{1,8}$/i;

/**
 * The file that the text of a file message names: in a grid of names and values (as API v3 shows them), a link, an
 * address or a bare file name. Empty when the text is none of these.
 */
export function toAttachments(text: string, baseUrl: string): readonly Attachment[] {
  const body = text.trim();
  const attachment =
    fromGrid(body, baseUrl) ?? fromLink(body, baseUrl) ?? fromAddress(body) ?? fromName(body);
  return attachment ? [attachment] : [];
}

/** What a file message says to people, where its text is a grid for programs; else undefined. */
export function readableText(text: string, attachments: readonly Attachment[]): string | undefined {
  const [file] = attachments;
  if (!file || !text.trimStart().startsWith('[[')) return undefined;
  return [file.name, file.url].filter((part) => part !== null).join(' ');
}

// [["name","value"],["filename","photo.jpg"],…] with a heading row.
function fromGrid(body: string, baseUrl: string): Attachment | null {
  if (!body.startsWith('[[')) return null;
  let grid: unknown;
  try {
    grid = JSON.parse(body);
  } catch {
    return null;
  }
  const rows = (grid as unknown[]).filter(
    (row): row is [string, unknown] => Array.isArray(row) && typeof row[0] === 'string',
  );
  const values = new Map(rows.map(([name, value]) => [name.toLowerCase().replaceAll('_', ''), value]));
  const text = (...names: readonly string[]) => {
    const value = names.map((name) => values.get(name)).find((found) => found != null && found !== '');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
  const name = text('filename');
  const url = absoluteUrl(text('downloadurl', 'url', 'fileurl'), baseUrl);
  const size = Number(text('filesize', 'size') ?? Number.NaN);
  if (name === null && url === null) return null;
  return {
    name,
    url,
    mimeType: text('filetype', 'mimetype', 'contenttype'),
    size: Number.isSafeInteger(size) && size >= 0 ? size : null,
  };
}

/** A link stands at the beginning of a body, in so many characters; a pattern takes too long to look for it in more. */
const longestLink = 4096;

function fromLink(body: string, baseUrl: string): Attachment | null {
  const link = /<a\s[^<>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)')[^<>]*>([^<]*)/i.exec(
    body.slice(0, longestLink),
  );
  const url = link && absoluteUrl((link[1] ?? link[2] ?? '').replaceAll('&amp;', '&'), baseUrl);
  return url ? attachmentOf(link[3]?.trim() || nameIn(url), url) : null;
}

function fromAddress(body: string): Attachment | null {
  const address = /(?:^|\s)((?:https?:)?\/\/[^\s"'<>]+)/i.exec(body)?.[1];
  const url = address ? absoluteUrl(address, 'https://unused.invalid') : null;
  return url ? attachmentOf(nameIn(url), url) : null;
}

function fromName(body: string): Attachment | null {
  return nameWithSuffix.test(body) ? attachmentOf(body, null) : null;
}

function attachmentOf(name: string | null, url: string | null): Attachment {
  return { name, url, mimeType: null, size: null };
}

function nameIn(url: string): string | null {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    const name = decodeURIComponent(last);
    // The vendor's own download address ends in the script's name.
    return nameWithSuffix.test(name) && !name.endsWith('.php') ? name : null;
  } catch {
    return null;
  }
}
