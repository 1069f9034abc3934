import { openGatewayParts } from '../assembly/open-gateway-parts.ts';
import type { Config } from '../config/config.ts';
import type { HelpdeskSource } from '../contract/helpdesk-source.ts';
import { VendorError } from '../contract/vendor-error.ts';
import { createLog } from '../server/log.ts';
import type { CommandOptions } from './options.ts';
import { print } from './print.ts';
import { readConfig } from './read-config.ts';

const titles = ['SOURCE', 'VENDOR', 'REACHABLE', 'AUTHENTICATED', 'LATENCY', 'CAPABILITIES'];

interface CheckResult {
  readonly cells: readonly string[];
  readonly fault: string | null;
  /** What the answer gives rise to, in words for people; null = nothing. */
  readonly note: string | null;
}

/**
 * Checks the configuration, calls each source once and prints a table. Gives the exit code: 1 when any source fails,
 * else 0.
 */
export async function check(options: CommandOptions): Promise<number> {
  const { config: read, close } = await readConfig(options);
  const config: Config = { ...read, sources: read.sources.map((source) => ({ ...source, retries: 0 })) };
  const { sources, closeShared } = openGatewayParts(config, createLog('silent'));
  const results = await Promise.all(
    config.sources.map(({ name, url }) =>
      checkSource(sources.get(name)!, url, config.server.requestTimeoutMs),
    ),
  );
  const faults = results.flatMap(({ fault }) => fault ?? []);
  const remarks = [...results.flatMap(({ note }) => note ?? []), ...faults];
  await print(table([titles, ...results.map(({ cells }) => cells)]) + lines(remarks));
  await Promise.all([...sources.values()].map((source) => source.close()));
  await closeShared();
  await close();
  return faults.length > 0 ? 1 : 0;
}

async function checkSource(source: HelpdeskSource, url: string, timeoutMs: number): Promise<CheckResult> {
  const startedAt = performance.now();
  const answer = await source
    .probe({ signal: AbortSignal.timeout(timeoutMs), deadline: Date.now() + timeoutMs, bypassCache: true })
    .then(
      (remark) => ({ remark: remark ?? null }),
      (error: unknown) => ({ error }),
    );
  const latency = `${Math.round(performance.now() - startedAt)} ms`;
  const capabilities = [...source.capabilities].sort().join(' ');
  if (!('error' in answer)) {
    const { remark } = answer;
    const authenticated = remark?.isKeyAccepted === false ? 'unknown' : 'yes';
    return {
      cells: [source.name, source.vendor, 'yes', authenticated, latency, capabilities],
      fault: null,
      note: remark && `${source.name}: ${remark.message}`,
    };
  }
  const { error } = answer;
  const refused = error instanceof VendorError && error.kind === 'unauthenticated';
  const answered = error instanceof VendorError && (refused || isAnswer(error));
  const message = error instanceof VendorError ? `${error.code}: ${error.message}` : 'unexpected error';
  return {
    cells: [
      source.name,
      source.vendor,
      answered ? 'yes' : 'no',
      refused ? 'no' : 'unknown',
      latency,
      capabilities,
    ],
    // With the wrong address a vendor, or somebody else, may answer anything.
    fault: `${source.name}: ${message}${refused ? '' : ` (url: ${url})`}`,
    note: null,
  };
}

/** Whether a failure is what the vendor answered, be it an answer that is of no use. */
function isAnswer({ kind, status }: VendorError): boolean {
  return status !== undefined || kind === 'bad-response' || kind === 'wrong-answer';
}

function lines(remarks: readonly string[]): string {
  return remarks.map((remark) => `${remark}\n`).join('');
}

/** Rows whose columns are as wide as their widest cell, but for the last column. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = titles.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}
