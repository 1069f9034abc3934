import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newFolder, project } from './support/copy-project.ts';
import { run, runWell, startGateway, type StartedGateway } from './support/run-program.ts';

const page = readFileSync(join(project, 'docs', 'clients.md'), 'utf8');
const main = join(project, 'src', 'cli', 'main.ts');
const tsc = join(project, 'node_modules', '.bin', 'tsc');

let gateway: StartedGateway;

beforeAll(async () => {
  const command = [process.execPath, main, 'start', '--size', '0.05'];
  gateway = await startGateway(newFolder('gateway'), command, { PORT: '0' });
});
afterAll(() => gateway.stop());

/** Does what a section of the page says, step by step, in a new project; gives what the last command printed. */
async function follow(heading: string, folder: string): Promise<string> {
  const section = page.slice(page.indexOf(heading) + heading.length).split(/^#{2,3} /m)[0] ?? '';
  await runWell(folder, 'npm', 'init', '-y', '--init-type=module');
  let printed = '';
  for (const { groups } of section.matchAll(/^```(?<language>\w+)\n(?<text>.*?)^```$/gms)) {
    const text = (groups?.['text'] ?? '').replaceAll('http://127.0.0.1:4000', gateway.origin);
    if (groups?.['language'] === 'console') {
      for (const command of text.split('\n').filter((line) => line.startsWith('$ '))) {
        printed = await runWell(folder, 'sh', '-c', command.slice(2));
      }
      continue;
    }
    const [, name = '', content = ''] = /^(?:#|\/\/) (\S+)\n(.*)$/s.exec(text) ?? [];
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return printed;
}

/** What the compiler says to a changed program. */
async function compiled(folder: string, from: string, to: string): Promise<string> {
  const file = join(folder, 'src', 'main.ts');
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024'];
  const given = ['--allowImportingTsExtensions', '--skipLibCheck', '--lib', 'es2024,dom', 'src/main.ts'];
  const { standard } = await run(folder, tsc, '--ignoreConfig', ...options, ...given);
  writeFileSync(file, text);
  return standard;
}

describe.each([
  { heading: '## Typed documents', prints: /^(?:support|shop|tickets|legacy) [A-Z]+$/m },
  { heading: '### Without generated documents: gql.tada', prints: /^(?:support|tickets) \S/m },
])('a project that follows "$heading"', ({ heading, prints }) => {
  const folder = newFolder('client');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gets answers, and has its mistakes found before it runs', async () => {
    expect(await follow(heading, folder)).toMatch(prints);
    expect(await compiled(folder, '{ first: 3 }', '{ first: 3 }')).toBe('');
    expect(await compiled(folder, '{ first: 3 }', "{ first: 'three' }")).toMatch(/TS2322/);
    expect(await compiled(folder, 'source.name, ', 'source.title, ')).toMatch(/TS2339/);
  });
});

describe('a project that follows "### Apollo Client"', () => {
  const folder = newFolder('apollo');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('adds a page to a list, and ends', async () => {
    expect(await follow('### Apollo Client', folder)).toMatch(/^6 rows$/m);
  });

  it('is told of changes, and shows the parts of an answer as they come', async () => {
    const file = join(folder, 'src', 'main.js');
    const [opened = ''] = readFileSync(file, 'utf8').split('const inbox =');
    writeFileSync(
      file,
      `${opened}
      const row = 'conversations(first: 1, filter: { sources: ["support"] })';
      const states = [];
      const deferred = client.watchQuery({ query: gql\`{ \${row} { nodes { id ... @defer { transcript } } } }\` });
      await new Promise((resolve) => deferred.subscribe(({ data, dataState }) => {
        states.push(dataState);
        if (dataState === 'complete') resolve(data);
      }));
      console.log(states.join(' '));
      const conversationId = deferred.getCurrentResult().data.conversations.nodes[0].id;
      const change = gql\`mutation Note($input: ConversationNoteAddInput!) {
        conversationNoteAdd(input: $input) { userErrors { message } }
      }\`;
      const told = new Promise((resolve) => changes.subscribe({ next: resolve, error: console.error }));
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await client.mutate({ mutation: change, variables: { input: { conversationId, note: 'seen' } } });
      console.log((await told).data.conversationChanged.id === conversationId);
      process.exit();`,
    );
    const printed = await runWell(folder, 'node', 'src/main.js');
    expect(printed).toMatch(/^empty streaming complete$/m);
    expect(printed).toMatch(/^true$/m);
  });
});

describe('a project that follows "### urql"', () => {
  const folder = newFolder('urql');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('adds a page to a list without a warning of its cache, and ends', async () => {
    expect(await follow('### urql', folder)).toMatch(/^6 rows$/m);
    const { standard, errors } = await run(folder, 'node', '--conditions=development', 'src/main.js');
    expect(standard).toMatch(/^6 rows$/m);
    expect(errors).toBe('');
  });
});
