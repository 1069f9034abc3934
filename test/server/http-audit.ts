import { serverAudits } from 'graphql-http';
import { createGateway } from '../../src/index.ts';
import { silentSources } from '../plugins/limits-gateway.ts';

/** How the gateway did in one of the audits of GraphQL over HTTP. */
export interface AuditOutcome {
  /** Begins with MUST, SHOULD or MAY. */
  readonly name: string;
  /** `ok`, or what is missing: of a MUST `error`, of a SHOULD `warn`, of a MAY `notice`. */
  readonly status: string;
  readonly reason: string | null;
}

/** Has a gateway that listens, with finished answers kept, audited by the reference audits of GraphQL over HTTP. */
export async function auditGateway(): Promise<readonly AuditOutcome[]> {
  const gateway = createGateway({
    config: { server: { port: 0, logLevel: 'silent' }, sources: silentSources },
    environment: {},
  });
  const url = `${await gateway.listen()}/graphql`;
  const outcomes: AuditOutcome[] = [];
  for (const audit of serverAudits({ url, fetchFn: fetch })) {
    const { name, status, ...rest } = await audit.fn();
    outcomes.push({ name, status, reason: 'reason' in rest ? rest.reason : null });
  }
  await gateway.close();
  return outcomes;
}
