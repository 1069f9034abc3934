import { askByHash } from './ask-by-hash.ts';
import { SourceNamesDocument, UnansweredDocument, type UnansweredQuery } from './generated/graphql.ts';

/**
 * Prints what waits for an answer at each source, the longest first, out of the last 30 days. Exit code 1 when a
 * source's part is not whole.
 */
const gateway = process.env['GATEWAY_URL'] ?? 'http://127.0.0.1:4000';
const client = { gateway, apiKey: process.env['GATEWAY_KEY'] };
const mostShown = 3;

interface Waiting {
  readonly rows: UnansweredQuery['conversations']['nodes'];
  /** Null = nothing is missing. */
  readonly fault: string | null;
}

async function waitingAt(source: string): Promise<Waiting> {
  const rows: Waiting['rows'][number][] = [];
  let after: string | null = null;
  for (;;) {
    const { conversations }: UnansweredQuery = await askByHash(client, UnansweredDocument, { source, after });
    rows.push(...conversations.nodes);
    const fault = conversations.sources.find(({ state }) => state !== 'OK');
    if (fault) return { rows, fault: fault.error?.code ?? fault.state };
    if (!conversations.pageInfo.hasNextPage) return { rows, fault: null };
    after = conversations.pageInfo.endCursor;
  }
}

function age(createdAt: string): string {
  const hours = Math.floor((Date.now() - Date.parse(createdAt)) / 3_600_000);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

const { sources } = await askByHash(client, SourceNamesDocument, {});
for (const { name, capabilities } of sources) {
  if (!capabilities.includes('CONVERSATIONS_LIST')) continue;
  const { rows, fault } = await waitingAt(name);
  process.stdout.write(`${name}: ${rows.length} waiting${fault ? `, not all are known (${fault})` : ''}\n`);
  for (const { reference, subject, createdAt } of rows.slice(0, mostShown)) {
    process.stdout.write(`  ${age(createdAt).padEnd(8)} ${reference ?? '–'}  ${subject ?? 'no subject'}\n`);
  }
  if (fault) process.exitCode = 1;
}
