/** The style of all pages, light and dark. The contrast of text is at least 4.5 to 1. */
export const pageStyle = `
:root { color-scheme: light dark; --page: light-dark(#f5f6f8, #121417); --card: light-dark(#fff, #1b1e23);
  --text: light-dark(#1c2127, #e7eaee); --faint: light-dark(#5a6470, #a3adb9); --line: light-dark(#dfe3e8, #2f353d);
  --link: light-dark(#1d5fc2, #86b4ff); --ok: light-dark(#19733b, #5fd08a); --warn: light-dark(#8a5a00, #f0b849);
  --bad: light-dark(#b42323, #ff8b85); --calls: light-dark(#3f74cf, #6d9cf0); --time: light-dark(#7b6fc4, #9d92e6) }
* { box-sizing: border-box }
body { font: 15px/1.5 system-ui, sans-serif; background: var(--page); color: var(--text); max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem }
h1 { font-size: 1.35rem; margin: 0 }
a { color: var(--link); text-underline-offset: .15em }
`;

/** What a page is allowed to do: nothing but show itself. */
export const pageContentPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as it may stand in a page. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? '');
}
