import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { typeDefinitions } from '../../src/server/schema.ts';
import { referencePage } from './reference-page.ts';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'schema-reference.md'), 'utf8');
const schema = buildSchema(typeDefinitions());

describe('the schema reference', () => {
  it('says what the schema says (npm run reference:page writes it anew)', () => {
    expect(page).toBe(referencePage(schema));
  });

  it('has an entry for every type, each under a name of its own', () => {
    const entries = [...page.matchAll(/^#{1,3} (?<title>.+)$/gm)].map(({ groups }) =>
      (groups?.['title'] ?? '').toLowerCase().replaceAll(' ', '-'),
    );
    expect(new Set(entries).size).toBe(entries.length);
    const own = Object.keys(schema.getTypeMap()).filter(
      (name) => !/^(?:__.*|Boolean|Float|ID|Int|String)$/.test(name),
    );
    expect(entries).toEqual(expect.arrayContaining(own.map((name) => name.toLowerCase())));
    const links = [...page.matchAll(/\]\(#(?<target>[^)]+)\)/g)].map(({ groups }) => groups?.['target']);
    expect([...new Set(links)].filter((target) => !entries.includes(target ?? ''))).toEqual([]);
  });

  it('shows lists, defaults and arguments', () => {
    const small = buildSchema(`
      type Query {
        "Some things."
        things(
          "How many | at most."
          first: Int! = 5
        ): [Thing!]!
      }
      """
      A thing
      of two lines.
      """
      type Thing { name: String }
    `);
    const text = referencePage(small);
    expect(text).toContain(
      '| `things` | \\[[Thing](#thing)!\\]! | Some things. |\n| ↳ `first` | Int!, `5` | How many \\| at most. |',
    );
    expect(text).toContain('### Thing\n\nA thing of two lines.\n\n| field | type | meaning |');
  });
});
