// npm run bench [-- --quick] [-- --only S1,S3] [-- --targets "gateway,hand plan"] [-- --rounds 3]
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { isPinned, leaveServerCore } from './child-process.ts';
import { LoadClient } from './load.ts';
import { pageBody, type PageAnswer } from './query.ts';
import { summarise, tableOf, type Measured } from './report.ts';
import { scenarios, type Scenario } from './scenarios.ts';
import { startStub, type Stub } from './stub-client.ts';
import { liveTargets, startTarget } from './targets.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    targets: { type: 'string' },
    rounds: { type: 'string' },
  },
});
const isQuick = values.quick;
const rounds = Number(values.rounds ?? (isQuick ? 1 : 3));
const wantedScenarios = values.only?.split(',');
const wantedTargets = values.targets?.split(',');

leaveServerCore();
const stub = await startStub();
try {
  const pageText = await agreedPage(stub);
  const measured: Measured[] = [];
  const wanted = scenarios.filter(({ id }) => wantedScenarios?.includes(id) ?? true);
  for (let round = 1; round <= rounds; round += 1) {
    for (const scenario of wanted) measured.push(...(await measure(scenario, round, pageText)));
  }
  const summaries = summarise(measured);
  const cores = isPinned ? 'server on core 0, the rest on core 1' : 'nothing pinned to a core';
  process.stdout.write(`\nMedians of ${rounds} round(s); ${cores}; (×n) = times better than naive yoga.\n\n`);
  for (const scenario of wanted) process.stdout.write(`${tableOf(scenario, summaries)}\n`);
  const folder = join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().replaceAll(':', '-')}.json`);
  writeFileSync(
    file,
    JSON.stringify({ node: process.version, isPinned, rounds, isQuick, summaries, measured }, null, 2),
  );
  process.stdout.write(`Written to ${file}\n`);
} finally {
  await stub.stop();
}

/** All targets in one scenario; the order turns with the rounds. */
async function measure(scenario: Scenario, round: number, pageText: string): Promise<readonly Measured[]> {
  const targets = scenario.targets.filter((target) => wantedTargets?.includes(target) ?? true);
  const turned = round % 2 === 0 ? targets.toReversed() : targets;
  const measured: Measured[] = [];
  for (const target of turned) {
    process.stderr.write(`round ${round} ${scenario.id} ${target}\n`);
    const figures = await scenario.run({ target, stub, isQuick, pageText });
    measured.push({ scenario: scenario.id, target, round, figures });
  }
  return measured.sort((a, b) => targets.indexOf(a.target) - targets.indexOf(b.target));
}

/** The page of 50, once all targets have given the same. */
async function agreedPage(of: Stub): Promise<string> {
  const texts: string[] = [];
  for (const target of liveTargets) {
    const child = await startTarget(target, of.origin);
    const client = new LoadClient(child.origin, 1);
    texts.push((await client.ask(pageBody({ first: 50 }))).text);
    await client.close();
    await child.stop();
  }
  const [expected = [], ...others] = texts.map(
    (text) => (JSON.parse(text) as PageAnswer).data.conversations.nodes,
  );
  const odd = others.findIndex((nodes) => !isDeepStrictEqual(nodes, expected));
  if (odd >= 0 || expected.length !== 50) {
    const nodes = others[odd] ?? [];
    const place = nodes.findIndex((node, index) => !isDeepStrictEqual(node, expected[index]));
    throw new Error(
      `the targets do not agree: ${liveTargets[odd + 1]} gives ${nodes.length} rows\n` +
        `${JSON.stringify(nodes[place])}\n${JSON.stringify(expected[place])}`,
    );
  }
  return texts.at(-1) ?? '';
}
