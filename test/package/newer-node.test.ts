import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventStreamOf } from '../support/event-stream.ts';
import { newFolder, project } from './support/copy-project.ts';
import { runWell, startGateway, type StartedGateway } from './support/run-program.ts';

/** The line of Node.js after the one that the project brings along. */
const version = '26.10.0';

const folder = newFolder('newer-node');
let gateway: StartedGateway | undefined;

beforeAll(async () => {
  const name = `node-linux-${process.arch}`;
  await runWell(folder, 'npm', 'install', '--no-save', '--prefer-offline', `${name}@${version}`);
  const node = join(folder, 'node_modules', name, 'bin', 'node');
  expect(await runWell(folder, node, '--version')).toBe(`v${version}\n`);
  const start = [node, join(project, 'src/cli/main.ts'), 'start', '--size', '0.05'];
  gateway = await startGateway(folder, start, { PORT: '0' });
});
afterAll(async () => {
  expect(await gateway?.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

function ask(query: string, accept: string, signal: AbortSignal | null = null): Promise<Response> {
  return fetch(`${gateway?.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
    signal,
  });
}

it('a newer Node.js answers queries, whole and in parts', async () => {
  const query = '{ conversations(first: 5) { nodes { id messages { nodes { text } } } sources { state } } }';
  const answer = (await (await ask(query, 'application/json')).json()) as {
    readonly data: { readonly conversations: { readonly nodes: unknown[]; readonly sources: unknown } };
  };
  expect(answer).not.toHaveProperty('errors');
  expect(answer.data.conversations.nodes).toHaveLength(5);
  expect(answer.data.conversations.sources).toEqual(Array.from({ length: 4 }, () => ({ state: 'OK' })));
  const parts = '{ conversations(first: 5) { sources { state } ... @defer { nodes { subject } } } }';
  const text = await (await ask(parts, 'multipart/mixed')).text();
  expect(text).toContain('"subject":');
  expect(text).not.toContain('"errors":');
});

it('a newer Node.js makes a change and tells subscribers of it', async () => {
  const gone = new AbortController();
  const told = await ask(
    'subscription { conversationChanged { subject } }',
    'text/event-stream',
    gone.signal,
  );
  const events = eventStreamOf(told, gone);
  const input = '{ source: "tickets", subject: "News", message: "Hello?", customerEmail: "kim@example.com" }';
  const change = `mutation { conversationCreate(input: ${input}) { conversation { subject } userErrors { message } } }`;
  expect(await (await ask(change, 'application/json')).json()).toMatchObject({
    data: { conversationCreate: { conversation: { subject: 'News' }, userErrors: [] } },
  });
  expect(await events.next()).toEqual({ data: { conversationChanged: { subject: 'News' } } });
  await events.leave();
});
