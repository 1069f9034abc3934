import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { entityTag } from './entity-tag.ts';
import type { ExampleTab } from './graphiql-tabs/example-tab.ts';
import { keyDialog } from './key-dialog.ts';

/** The GraphiQL page as it is sent. */
export interface GraphiqlPage {
  readonly plain: Buffer;
  readonly gzipped: Buffer;
  /** Weak entity tag: the same for both. */
  readonly tag: string;
}

/**
 * What the page is allowed to do: run what it holds and talk to the gateway. The editor needs inline scripts and
 * styles, `eval`, and workers made from blobs.
 */
export const graphiqlContentPolicy = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  "style-src 'unsafe-inline'",
  'worker-src blob:',
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * GraphiQL leaves tabs that it opens itself with a wrong offset: a tab that gets the focus jumps away under the
 * pointer, and the first click on it is lost. It also takes a moment to learn the name of a new tab's operation: a
 * query that is run earlier fails because of the old name.
 */
const repairs = `<style>
.graphiql-tab { transform: none !important; }
.graphiql-execute-button { transition: pointer-events 0s 0.4s allow-discrete; }
.graphiql-container:has(.graphiql-tab:active) .graphiql-execute-button { pointer-events: none; transition: none; }
</style>`;

/**
 * GraphiQL is made for wide windows, and without a viewport a phone shows it very small. On narrow screens its parts go
 * below each other.
 */
const phoneLayout = `<meta name="viewport" content="width=device-width, initial-scale=1"><style>
@media (max-width: 640px) {
.graphiql-main, .graphiql-sessions > :has(> .graphiql-editors) { flex-direction: column !important; }
.graphiql-horizontal-drag-bar, .graphiql-logo { display: none; }
.graphiql-container .graphiql-sidebar { width: 44px; padding: 8px 2px; }
.graphiql-container .graphiql-sessions { margin: 4px; }
}
</style>`;

/** What the page depends on. */
export interface GraphiqlPageOptions {
  readonly tabs: readonly ExampleTab[];
  /** Whether callers need a key or token. */
  readonly asksForKey: boolean;
}

/**
 * The GraphiQL page with everything it needs inside, so that it works without a network. It has some megabytes, so make
 * it when it is first asked for, and keep it.
 */
export async function renderGraphiqlPage({ tabs, asksForKey }: GraphiqlPageOptions): Promise<GraphiqlPage> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({
    title: 'Deskgraph',
    // No endpoint is given: the page asks at its own address, which is a longer path behind some proxies.
    defaultTabs: tabs.map(({ query, variables }) => ({
      query,
      variables: variables ?? null,
      headers: null,
    })),
    shouldPersistHeaders: false,
    headerEditorEnabled: true,
    defaultEditorToolsVisibility: true,
  } as Parameters<typeof renderGraphiQL>[0]);
  const whole = html
    .trimStart()
    .replace('</head>', `${phoneLayout}${repairs}</head>`)
    .replace('<div id="root">', (root) => (asksForKey ? keyDialog + root : root));
  const plain = Buffer.from(whole);
  return { plain, gzipped: await promisify(gzip)(plain), tag: `W/${entityTag(plain)}` };
}
