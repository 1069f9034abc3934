import type { LiveAgentAnswer } from './liveagent-call.ts';

/** JSON as PHP writes it: `/` as `\/`, everything beyond ASCII as `\u` escapes. */
export function writeJson(answer: LiveAgentAnswer): string {
  return JSON.stringify({ response: answer })
    .replaceAll('/', String.raw`\/`)
    .replaceAll(/[\u0080-\uFFFF]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** What a list's rows are called: the list's name without its last s, else `item`. */
function rowName(listName: string): string {
  return listName.endsWith('s') ? listName.slice(0, -1) : 'item';
}

function contentOf(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((row) => element(rowName(name), row)).join('');
  if (typeof value === 'object' && value !== null) return children(value);
  return typeof value === 'string' || typeof value === 'number' ? escape(String(value)) : '';
}

function element(name: string, value: unknown): string {
  const content = contentOf(name, value);
  return content === '' ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

function children(value: object): string {
  return Object.entries(value)
    .map(([name, child]) => element(name, child))
    .join('\n');
}

/** The XML twin of an answer; nothing and empty text both become an empty element. */
export function writeXml(answer: LiveAgentAnswer): string {
  return `<?xml version='1.0' encoding='utf-8'?>\n<response>\n${children(answer)}\n</response>`;
}
