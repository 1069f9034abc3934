import { gzipSync } from 'node:zlib';
import { exampleTabs } from './graphiql-tabs.ts';

let page: Promise<{ plain: Buffer; gzipped: Buffer }> | undefined;

/**
 * The GraphiQL page with everything it needs inside, so that it works without a network. It is some megabytes
 * large: loaded when first asked for and compressed once.
 */
export function graphiqlPage(): Promise<{ plain: Buffer; gzipped: Buffer }> {
  page ??= render();
  return page;
}

async function render(): Promise<{ plain: Buffer; gzipped: Buffer }> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const plain = Buffer.from(
    renderGraphiQL({
      title: 'Deskgraph',
      endpoint: '/graphql',
      defaultTabs: exampleTabs.map(({ query, variables }) => ({
        query,
        variables: variables ?? null,
        headers: null,
      })),
      shouldPersistHeaders: false,
      headerEditorEnabled: true,
      defaultEditorToolsVisibility: true,
    } as Parameters<typeof renderGraphiQL>[0]),
  );
  return { plain, gzipped: gzipSync(plain) };
}
