import { buildSchema, execute, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { selectedNames } from '../../src/resolvers/selected-names.ts';

const schema = buildSchema(`
  type Query { list: List }
  type List { nodes: [Row!] edges: [Edge!] }
  type Edge { node: Row }
  type Row { name: String metrics: Metrics }
  type Metrics { calls: Int chats: Int notes: Int }
`);

const rows = [['nodes'], ['edges', 'node']];

/** What is selected below `list`, along the paths. */
function selected(
  document: string,
  paths: readonly (readonly string[])[],
  variableValues: Record<string, unknown> = {},
): string[] {
  let found: ReadonlySet<string> | undefined;
  const rootValue = {
    list: (_arguments: object, _context: unknown, info: Parameters<typeof selectedNames>[0]) => {
      found = selectedNames(info, paths);
      return null;
    },
  };
  const result = execute({ schema, document: parse(document), rootValue, variableValues });
  expect(result).toMatchObject({ data: { list: null } });
  return [...(found ?? [])].sort();
}

describe('the selected fields', () => {
  it('are told by name, whatever their alias and by whichever path', () => {
    const document = '{ list { nodes { title: name } edges { node { metrics { calls } } } } }';
    expect(selected(document, rows)).toEqual(['metrics', 'name']);
    expect(selected(document, [['edges', 'node', 'metrics']])).toEqual(['calls']);
    expect(selected(document, [['nodes', 'metrics']])).toEqual([]);
  });

  it('are found in fragments, inside of fragments too', () => {
    const document = `
      { list { ...L } }
      fragment L on List { nodes { ... on Row { metrics { ...M } } ... { name } } }
      fragment M on Metrics { calls ... { notes } }
    `;
    expect(selected(document, rows)).toEqual(['metrics', 'name']);
    expect(selected(document, [['nodes', 'metrics']])).toEqual(['calls', 'notes']);
  });

  it('are found once, however often fragments use each other', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on List { ...F${index + 1} ...F${index + 1} }`,
    );
    const document = `{ list { ...F0 } } ${fragments.join(' ')} fragment F60 on List { nodes { name } }`;
    expect(selected(document, rows)).toEqual(['name']);
  });

  it('come from every selection of the field that was merged into one', () => {
    const document = '{ list { nodes { metrics { calls } } } list { nodes { metrics { chats } } } }';
    expect(selected(document, [['nodes', 'metrics']])).toEqual(['calls', 'chats']);
  });

  it.each([
    [true, ['notes']],
    [false, ['calls', 'chats']],
  ])('leave out what a variable of %j skips or does not include', (given, expected) => {
    const document = `
      query ($given: Boolean!) { list { nodes { metrics {
        calls @skip(if: $given)
        ... @include(if: $given) { notes }
        ...M @skip(if: $given)
      } } } }
      fragment M on Metrics { chats }
    `;
    expect(selected(document, [['nodes', 'metrics']], { given })).toEqual(expected);
  });
});
