import type { CallContext } from '../../contract/call-context.ts';
import type { RankingReportRow } from '../../contract/report.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { forEachKey, orVendorError } from '../../vendor-kit/batch-entries.ts';
import { orNull } from './liveagent-answers.ts';
import type { LiveagentDirectoryClient } from './liveagent-client-directories.ts';
import { agentsByAnyId } from './liveagent-mapping-agent.ts';
import type { UnsignedRanking } from './liveagent-reports-mapping.ts';

/** Where agents are found. */
export interface AgentSource {
  readonly directories: Pick<LiveagentDirectoryClient, 'getAgent' | 'listAgents'>;
}

/**
 * The rows with their agents, whom the report knows only by contact id and e-mail address. They come from the list of
 * agents, and singly where that lacks one. An agent who cannot be found stays null; the row keeps name and address.
 */
export async function signedRankings(
  rows: readonly (UnsignedRanking | null)[],
  { directories }: AgentSource,
  context: CallContext,
): Promise<readonly (RankingReportRow | null)[]> {
  const listed = rows.length === 0 ? null : await orVendorError(directories.listAgents(context));
  const known = agentsByAnyId(listed === null || listed instanceof VendorError ? [] : listed.value);
  const agentOf = ({ agentContactId, agentEmail }: UnsignedRanking) =>
    known.get(agentContactId ?? '') ?? known.get(agentEmail?.toLowerCase() ?? '') ?? null;
  const missing = [
    ...new Set(
      rows.flatMap((row) => (!row?.agentEmail || agentOf(row) ? [] : [row.agentEmail.toLowerCase()])),
    ),
  ];
  const found = await forEachKey(missing, (email) => orNull(directories.getAgent(email, context)));
  for (const [index, agent] of found.entries()) {
    if (agent !== null && !(agent instanceof VendorError)) known.set(missing[index] ?? '', agent);
  }
  return rows.map((row) => row && { ...row, agent: agentOf(row) });
}
