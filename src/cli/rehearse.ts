import { request } from 'node:http';
import { stringify } from 'yaml';
import { openGatewayParts } from '../assembly/open-gateway-parts.ts';
import type { Config } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { isDeskName } from '../sandbox/world/world.ts';
import { createLog } from '../server/log.ts';
import { runGateway } from '../server/running-gateway.ts';
import { vendors } from '../vendors/index.ts';

/** A document that was not seen before, so that reading and checking documents is rehearsed, too. */
const documentOf = (round: number): string => /* GraphQL */ `
  query Rehearsal${round}($first: Int!) {
    conversations(first: $first) {
      nodes {
        id
        subject
        createdAt
        tags {
          name
        }
        assignee {
          name
        }
        customer {
          email
        }
        customFields {
          code
          value
        }
        messages(first: 20) {
          nodes {
            text
            sentAt
            author {
              ... on Agent {
                name
                email
              }
            }
          }
        }
      }
      pageInfo {
        endCursor
      }
    }
  }
`;
/**
 * How many gateways rehearse, one after the other. V8 discards code that it compiled for one gateway alone when a
 * second one runs it.
 */
const gateways = 2;
/** How many queries each gateway answers: enough for V8 to compile the code well. */
const rounds = 12;
/** The longest that each gateway rehearses, in milliseconds. */
const longestRehearsal = 750;

/**
 * Answers some queries over made-up help desks of the configured vendors, so that the first caller does not have to
 * wait until code is loaded and compiled. No real vendor is called. A failure here has no consequence.
 */
export async function rehearse(config: Config): Promise<void> {
  const desks = [...new Set(config.sources.map(({ vendor }) => vendor))].filter(isDeskName);
  try {
    const sandbox = await startSandbox({ size: 0.01, desks });
    try {
      // Without the environment: what is made up must not reach the caches of the real help desks.
      const text = stringify({ server: { port: 0 }, sources: sandbox.sources });
      const madeUp = loadConfig({ file: 'rehearsal', text, environment: {}, vendors });
      for (let gateway = 0; gateway < gateways; gateway += 1) await answerQueries(madeUp);
    } finally {
      await sandbox.close();
    }
  } catch {
    // The gateway starts without it, too.
  }
}

async function answerQueries(config: Config): Promise<void> {
  const parts = openGatewayParts(config, createLog('silent'));
  // These requests do not belong in anybody's traces.
  const gateway = await runGateway({ ...parts, tracing: null });
  const end = performance.now() + longestRehearsal;
  for (let round = 1; round <= rounds && performance.now() < end; round += 1) {
    await ask(gateway.origin, JSON.stringify({ query: documentOf(round), variables: { first: 5 + round } }));
  }
  await gateway.stop();
}

function ask(origin: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}/graphql`, {
      method: 'POST',
      // Otherwise only the first round would call anybody.
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'cache-control': 'no-cache',
      },
    });
    sent.once('error', reject);
    sent.once('response', (response) => response.resume().once('end', resolve));
    sent.end(body);
  });
}
