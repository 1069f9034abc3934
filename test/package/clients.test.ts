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

const relayDocuments = `
  import { graphql } from 'relay-runtime';
  graphql\`query inboxQuery { ...inboxRows ...inboxSources @defer(label: "late") }\`;
  graphql\`fragment inboxRows on Query {
    conversations(first: 4, filter: { sources: ["support"] })
      @stream_connection(key: "inbox_conversations", filters: [], initial_count: 1) { edges { node { id subject } } }
  }\`;
  graphql\`fragment inboxSources on Query { sources { id name } }\`;
  graphql\`subscription inboxSubscription { conversationChanged { id } }\`;
  graphql\`mutation inboxMutation($input: ConversationNoteAddInput!) {
    conversationNoteAdd(input: $input) { conversation { id } }
  }\`;`;

const relayProgram = `
  import { commitMutation, createOperationDescriptor, fetchQuery, requestSubscription } from 'relay-runtime';
  import mutation from './__generated__/inboxMutation.graphql.js';
  import query from './__generated__/inboxQuery.graphql.js';
  import subscription from './__generated__/inboxSubscription.graphql.js';
  import { environment } from './environment.js';

  const kept = environment.retain(createOperationDescriptor(query, {}));
  let seen = 0;
  await new Promise((complete, error) =>
    fetchQuery(environment, query, {}).subscribe({ next: () => (seen += 1), complete, error }),
  );
  const records = environment.getStore().getSource();
  const linked = (id, field) => records.get(id)[field].__refs.map((each) => records.get(each));
  const edges = linked('client:root:__inbox_conversations_connection', 'edges');
  const ids = edges.map(({ node }) => node.__ref);
  console.log('seen', seen);
  console.log('rows', edges.length, ids.filter((id) => records.get(id).subject).length);
  console.log('deferred', linked('client:root', 'sources').map(({ name }) => name).join());
  kept.dispose();

  const told = new Promise((onNext, onError) =>
    requestSubscription(environment, { subscription, variables: {}, onNext, onError }),
  );
  const input = { conversationId: ids[0], note: 'seen' };
  const onError = (error) => { throw error; };
  // Changes count from when the subscription is followed, which nobody tells.
  setInterval(() => commitMutation(environment, { mutation, variables: { input }, onError }), 1000);
  console.log('changed', (await told).conversationChanged.id === ids[0]);
  process.exit();`;

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

describe('a project that follows "### Relay"', () => {
  const folder = newFolder('relay');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has its documents compiled, and gets streamed rows, deferred fields and changes', async () => {
    const heading = '### Relay';
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src', 'inbox.js'), relayDocuments);
    writeFileSync(join(folder, 'src', 'main.js'), relayProgram);
    expect(await follow(heading, folder)).toMatch(/Compilation completed/);
    const told = await runWell(folder, 'node', 'src/main.js');
    expect(told).toMatch(/^seen [2-9]$/m);
    expect(told).toMatch(/^rows 4 4$/m);
    expect(told).toMatch(/^deferred support,shop,tickets,legacy$/m);
    expect(told).toMatch(/^changed true$/m);
  });
});
