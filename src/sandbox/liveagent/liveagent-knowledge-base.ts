import { escapeMarkup } from '../escape-markup.ts';
import { fill, phrases } from '../world/phrases.ts';
import type { Phrases, Topic } from '../world/topic.ts';
import type { Desk } from '../world/world.ts';

/** One page, category, forum or suggestion of a knowledge base. */
export interface KnowledgeEntry {
  readonly id: string;
  readonly baseId: string;
  /** Empty at the root. */
  readonly parentId: string;
  readonly type: 'A' | 'C' | 'G' | 'Q' | 'R' | 'S';
  readonly status: string;
  readonly access: 'I' | 'P';
  readonly urlCode: string;
  /** Ids from the root down to the parent. */
  readonly path: readonly string[];
  readonly order: number;
  readonly title: string;
  readonly content: string;
  readonly keywords: string;
  readonly departmentId: string;
  readonly views: number;
  readonly votes: number;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly description: string;
}

/** An account's knowledge bases. Entries can be added and deleted. */
export interface KnowledgeBase {
  readonly bases: readonly { readonly id: string; readonly name: string }[];
  readonly entries: KnowledgeEntry[];
}

/** Makes an entry, with defaults for everything that is left out. */
export function makeEntry(
  part: Partial<KnowledgeEntry> & Pick<KnowledgeEntry, 'createdAt' | 'id' | 'title' | 'type'>,
): KnowledgeEntry {
  const number = Number(part.id);
  return {
    baseId: 'kb_defa',
    parentId: '',
    status: 'P',
    access: 'P',
    // A six-digit code whose leading zeros matter.
    urlCode: String((number * 31_337) % 400_000).padStart(6, '0'),
    path: ['0'],
    order: number % 10,
    content: '',
    keywords: '',
    departmentId: '',
    views: (number * 97) % 2000,
    votes: number % 7,
    changedAt: part.createdAt + number * 3_600_000,
    description: '',
    ...part,
  };
}

function article(topic: Topic, language: Phrases): string {
  const product = language.products[0] ?? '';
  const values = { order: 'A-10000', product, customer: 'Nora', agent: 'Miles' };
  const [question, answer] = [topic.customer[0], topic.agent[0]].map((text) =>
    escapeMarkup(fill(text, values)),
  );
  return [
    `<h2>${topic.category}</h2><p>${question}</p><p><strong>${answer}</strong></p>`,
    `<p><img src="//support.example.com/scripts/file.php?view=Y&amp;file=0a1b" alt="${product}"></p>`,
    '<script>track("kb")</script>',
  ].join('\n');
}

function chapter(
  language: Phrases,
  name: string,
  firstId: number,
  baseId: string,
  createdAt: number,
): KnowledgeEntry[] {
  const root = makeEntry({
    id: String(firstId),
    type: 'C',
    title: name,
    createdAt,
    baseId,
    description: `${name}: all articles`,
    keywords: 'faq, questions',
  });
  const path = ['0', root.id];
  const pages = language.topics.map((topic, index) =>
    makeEntry({
      id: String(firstId + 1 + index),
      type: 'A',
      title: topic.subject.replaceAll(/[:\s]*[（(]?\{\w+\}[)）]?/g, '').trim(),
      content: article(topic, language),
      keywords: topic.tags.join(', '),
      parentId: root.id,
      status: index === 5 ? 'D' : 'P',
      access: index === 3 ? 'I' : 'P',
      createdAt,
      path,
      baseId,
    }),
  );
  return [root, ...pages];
}

function ideas(createdAt: number, departmentId: string): KnowledgeEntry[] {
  const category = makeEntry({
    id: '60',
    type: 'G',
    title: 'Ideas',
    createdAt,
    departmentId,
    description: 'Tell us',
  });
  const path = ['0', '60'];
  const titles = ['Gift wrapping', 'A repair service in every town'];
  return [
    category,
    makeEntry({ id: '61', type: 'G', title: 'Website', createdAt, departmentId, parentId: '60', path }),
    makeEntry({ id: '62', type: 'Q', title: 'Trail talk', createdAt, departmentId }),
    ...titles.map((title, index) =>
      makeEntry({ id: String(63 + index), type: 'S', status: 'L', title, createdAt, parentId: '60', path }),
    ),
  ];
}

/** Makes the knowledge bases of the account: one in English, one in Japanese, and a place for suggestions. */
export function makeKnowledgeBase(desk: Desk): KnowledgeBase {
  const createdAt = (desk.conversations[0]?.createdAt ?? 0) - 400 * 86_400_000;
  return {
    bases: [
      { id: 'kb_defa', name: 'Help centre' },
      { id: 'ec81d4f0', name: 'ヘルプセンター' },
    ],
    entries: [
      ...chapter(phrases.en, 'Questions & answers', 7, 'kb_defa', createdAt),
      ...chapter(phrases.ja, 'よくある質問', 30, 'ec81d4f0', createdAt),
      ...ideas(createdAt, desk.departments[0]?.id ?? ''),
    ],
  };
}
