import { afterAll, describe, expect, test } from 'vitest';
import { secretInputs, withoutSecrets } from '../../src/plugins/secret-inputs.ts';
import { openSilentGateway } from './limits-gateway.ts';

const gateway = openSilentGateway();
afterAll(() => gateway.close());

const byVariable = 'mutation ($input: AgentCreateInput!) { agentCreate(input: $input) { agent { id } } }';
const byLiteral = (password: string) =>
  `mutation { agentCreate(input: { source: "shop", name: "n", email: "e@example.com", password: ${password} }) { agent { id } } }`;
const byOther = (byDefault = '') =>
  `mutation ($p: String${byDefault}) { agentCreate(input: { source: "shop", name: "n", email: "e@example.com", password: $p }) { agent { id } } }`;
const input = { source: 'shop', name: 'n', email: 'e@example.com', password: 'hunter2-canary' };

describe('an error does not repeat a password', () => {
  test.each([
    ['beside a mistyped field', byVariable, { input: { ...input, nmae: 'x' } }],
    ['under a name that nobody knows', byVariable, { input: { ...input, motDePasse: 'hunter2-canary' } }],
    ['under such a name, in a list', byVariable, { input: [{ ...input, motDePasse: 'hunter2-canary' }] }],
    [
      'under a mistyped name',
      byVariable,
      { input: { ...input, password: undefined, passwd: 'hunter2-canary' } },
    ],
    ['in a list', byVariable, { input: { ...input, password: ['hunter2-canary'] } }],
    ['in an object', byVariable, { input: { ...input, password: { is: 'hunter2-canary' } } }],
    [
      'with signs that are written otherwise',
      byVariable,
      { input: { ...input, password: 'hunter2"\\\n', x: 1 } },
    ],
    [
      'under a name that nobody knows, in an input that is too long to be repeated',
      byVariable,
      { input: { motDePasse: 'hunter2-canary', name: 'n'.repeat(2000) } },
    ],
    [
      'where what is repeated ends in the middle of it',
      byLiteral('"hunter2-canary"')
        .replace('input: {', `input: ["${'n'.repeat(872)}", {`)
        .replace('})', '}])'),
      {},
    ],
    [
      'in a variable of its own',
      'query ($password: Int) { a: __typename @skip(if: $password) }',
      { password: 'hunter2' },
    ],
    ['as a literal in an object', byLiteral('{ is: "hunter2-canary" }'), {}],
    ['as a number', byLiteral('42424242'), {}],
    ['in a variable with another name', byOther(), { p: 42424242 }],
    ['in a list in a variable with another name', byOther(), { p: ['hunter2-canary'] }],
    ['in an object in a variable with another name', byOther(), { p: { is: 'hunter2-canary' } }],
    ['as the default of a variable', byOther(' = 42424242'), {}],
    ['in an input that is sent as a text', byVariable, { input: JSON.stringify(input) }],
    [
      'in an input that is sent as a text, with signs that are written otherwise',
      byVariable,
      { input: JSON.stringify({ ...input, password: 'hunter2"\\\n' }) },
    ],
    ['without quotes', byLiteral('hunter2_canary'), {}],
    ['as a short number', byLiteral('hunter2').replace('hunter2', '4242'), {}],
    ['where a sign is missing', byLiteral('"hunter2"').replace('password:', 'password'), {}],
    ['without quotes, where a sign is missing', byLiteral('hunter2').replace('password:', 'password'), {}],
    ['where a sign is missing, over lines', byLiteral('"""hunter2"""').replace('password:', 'password'), {}],
  ])('%s', async (_where, document, variables) => {
    const { errors, text } = await gateway.query(document, variables);
    expect(errors.length).toBeGreaterThan(0);
    // The id of a request may hold any digits.
    expect(text.replaceAll(/"requestId":"[^"]*"/g, '')).not.toMatch(/hunter2|4242/);
  });

  test('and still tells what is wrong', async () => {
    const { errors } = await gateway.query(byVariable, { input: { ...input, nmae: 'x' } });
    expect(errors[0]?.message).toContain('Field "nmae" is not defined by type "AgentCreateInput"');
    expect(errors[0]?.message).toContain('Variable "$input" got invalid value {…}; Field "nmae"');
  });
});

test('variables that are nested very deep are looked through', () => {
  const deep = JSON.parse(`${'['.repeat(100_000)}"hunter2"${']'.repeat(100_000)}`) as unknown;
  expect(secretInputs({ variables: { input: { password: deep } } })).toEqual(['hunter2']);
});

test('what a variable holds does not make it take long to look an error through', async () => {
  const first = ' got invalid value ['.repeat(12_000);
  const { errors } = await gateway.query('query ($first: Int) { tags(first: $first) { nodes { id } } }', {
    first,
  });
  expect(errors[0]?.message).toContain('Variable "$first" got invalid value " got invalid value [');
  // It takes a few milliseconds, and took ten seconds where the words were looked for everywhere.
  const began = performance.now();
  withoutSecrets(`Variable "$first" got invalid value "${first}"; Int`, []);
  expect(performance.now() - began).toBeLessThan(2000);
});

test('an error does not repeat a login in an address', async () => {
  const { errors, text } = await gateway.query(
    'query ($first: Int) { tags(first: $first) { nodes { id } } }',
    {
      first: 'http://u:hunter2@h.example',
    },
  );
  expect(errors[0]?.message).toContain('http://[secret]@h.example');
  expect(text).not.toContain('hunter2');
});

test('other values are repeated as ever', async () => {
  const { errors } = await gateway.query('query ($first: Int) { tags(first: $first) { nodes { id } } }', {
    first: 'many',
  });
  expect(errors[0]?.message).toContain('"many"');
});

test('a short secret is not taken for a part of other words', () => {
  const secrets = secretInputs({ variables: { password: 'a' } });
  expect(withoutSecrets('a value "a" that cannot be used', secrets)).toBe(
    'a value "[secret]" that cannot be used',
  );
});
