import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGateway } from '../support/gateway-over.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';

interface ArticleRow {
  readonly id: string;
  readonly vendorId: string;
  readonly title: string;
  readonly text: string | null;
  readonly html: string | null;
  readonly url: string | null;
  readonly keywords: string | null;
  readonly knowledgeBase: { readonly id: string; readonly name: string };
  readonly parent: { readonly id: string; readonly title: string } | null;
}

interface ArticlePage {
  readonly articles: {
    readonly nodes: readonly ArticleRow[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly sources: readonly { readonly source: { readonly name: string }; readonly state: string }[];
  };
}

const articlesQuery = /* GraphQL */ `
  query Articles($first: Int = 100, $after: String, $filter: ArticleFilter) {
    articles(first: $first, after: $after, filter: $filter) {
      nodes {
        id
        vendorId
        title
        text
        html
        url
        keywords
        knowledgeBase {
          id
          name
        }
        parent {
          id
          title
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      sources {
        source {
          name
        }
        state
      }
    }
  }
`;

let restoreClock: () => void;
let json: SandboxGateway;
let xml: TestGateway;
let older: SandboxGateway;

beforeAll(async () => {
  restoreClock = shiftClock(calmDay);
  json = await openSandboxGateway({ size: 0.05 });
  xml = json.another({ sources: { support: { format: 'xml' } } });
  older = await openSandboxGateway({
    size: 0.05,
    accounts: { liveagent: { withoutEntries: true, olderSearch: true } },
  });
});

afterAll(async () => {
  await json.close();
  await older.close();
  restoreClock();
});

async function articles(gateway: TestGateway, variables: object = {}) {
  const { data, errors } = await gateway.query(articlesQuery, variables);
  expect(errors).toEqual([]);
  return (data as ArticlePage).articles;
}

/** Puts a file into the emulated account, past the gateway; its id. */
async function uploadFile(): Promise<string> {
  const { url, apiKey } = json.sandbox.sources['support'] as Record<string, string>;
  const body = new URLSearchParams({ name: 'plan.txt', type: 'text/plain', data: 'aGVsbG8=' });
  const response = await fetch(`${url}/api/files?apikey=${apiKey}`, { method: 'POST', body });
  const answer = (await response.json()) as { response: { fileid: string } };
  return answer.response.fileid;
}

describe('articles', () => {
  it('are listed by title, with the entries they stand under, in one call', async () => {
    json.forgetCalls();
    const { nodes, sources } = await articles(json);
    const titles = nodes.map(({ title }) => title);
    expect(titles).toEqual(titles.toSorted(new Intl.Collator('en', { sensitivity: 'base' }).compare));
    expect(nodes.filter(({ parent }) => parent !== null).length).toBeGreaterThan(10);
    expect(nodes.every(({ parent }) => parent === null || parent.title.length > 0)).toBe(true);
    expect(json.calls().map(({ operation }) => operation)).toEqual([
      'GET knowledgebase/entries',
      'GET knowledgebase/knowledgebases',
    ]);
    expect(sources.map(({ source, state }) => `${source.name} ${state}`)).toEqual([
      'support OK',
      'shop SKIPPED',
      'tickets SKIPPED',
      'legacy SKIPPED',
    ]);
  });

  it('are the same in XML', async () => {
    expect((await articles(xml)).nodes).toEqual((await articles(json)).nodes);
  });

  it('are read from older servers too', async () => {
    const { nodes } = await articles(older);
    expect(nodes.length).toBeGreaterThan(10);
  });

  it('have text without markup and HTML without scripts', async () => {
    const { nodes } = await articles(json);
    const written = nodes.filter(({ html }) => html !== null);
    expect(written.length).toBeGreaterThan(5);
    for (const { text, html } of written) {
      expect(html).toContain('<h2>');
      expect(html).not.toMatch(/script|<img/);
      expect(text).not.toMatch(/<\w|track\(/);
    }
  });

  it('can be walked page by page and fetched again by id', async () => {
    const all = (await articles(json)).nodes;
    const walked: ArticleRow[] = [];
    let after: string | null = null;
    do {
      const page: ArticlePage['articles'] = await articles(json, { first: 7, after });
      walked.push(...page.nodes);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(walked).toEqual(all);
    const again = await json.query(
      `query ($id: ID!, $vendorId: String!) {
        node(id: $id) { ... on Article { vendorId title } }
        nodeByVendorId(source: "support", type: ARTICLE, vendorId: $vendorId) { id }
      }`,
      { id: all[3]!.id, vendorId: all[3]!.vendorId },
    );
    expect(again.data).toEqual({
      node: { vendorId: all[3]!.vendorId, title: all[3]!.title },
      nodeByVendorId: { id: all[3]!.id },
    });
  });

  it('are filtered by knowledge base and parent', async () => {
    const all = (await articles(json)).nodes;
    const child = all.find(({ parent }) => parent !== null)!;
    const ofBase = await articles(json, { filter: { knowledgeBaseId: child.knowledgeBase.id } });
    expect(ofBase.nodes).toEqual(
      all.filter(({ knowledgeBase }) => knowledgeBase.id === child.knowledgeBase.id),
    );
    const children = await articles(json, { filter: { parentId: child.parent?.id } });
    expect(children.nodes).toEqual(all.filter(({ parent }) => parent?.id === child.parent?.id));
  });

  it.each([
    ['a current', () => json],
    ['an older', () => older],
  ])('are found by %s server’s search, with their addresses', async (_age, gatewayOf) => {
    const { nodes } = await articles(gatewayOf(), { filter: { search: 'order' } });
    expect(nodes.length).toBeGreaterThan(0);
    for (const { url, text, keywords } of nodes) {
      expect(url).toMatch(/^https:\/\/support\.example\.com\/\d{6}-/);
      expect(`${text}`.toLowerCase()).toContain('order');
      expect(keywords).not.toBeNull();
    }
  });
});

describe('what else LiveAgent keeps', () => {
  const query = /* GraphQL */ `
    query Records($file: String!) {
      companies {
        nodes {
          id
          name
          emails
          phones
          language
          groups {
            name
          }
          uniqueFields {
            code
            value
          }
        }
      }
      knowledgeBases {
        nodes {
          name
        }
      }
      suggestionCategories {
        nodes {
          title
          path
        }
      }
      nodeByVendorId(source: "support", type: FILE, vendorId: $file) {
        id
        ... on File {
          name
          size
          url
        }
      }
    }
  `;

  it('is the same in JSON and XML', async () => {
    const file = await uploadFile();
    const [first, second] = await Promise.all([json.query(query, { file }), xml.query(query, { file })]);
    expect(first.errors).toEqual([]);
    expect(second.data).toEqual(first.data);
    expect(first.data).toMatchObject({
      knowledgeBases: { nodes: [{ name: 'Help centre' }, { name: 'ヘルプセンター' }] },
      suggestionCategories: { nodes: [{ title: 'Ideas' }, { title: 'Website', path: 'Ideas / Website' }] },
      nodeByVendorId: {
        name: 'plan.txt',
        size: 5,
        url: `https://support.example.com/scripts/file.php?view=Y&file=${file}`,
      },
    });
    const { id } = (first.data as { nodeByVendorId: { id: string } }).nodeByVendorId;
    const again = await json.query('query ($id: ID!) { file(id: $id) { name size } }', { id });
    expect(first.data).toMatchObject({ nodeByVendorId: (again.data as { file: object }).file });
  });
});
