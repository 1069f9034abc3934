import { request } from 'node:http';
import { text } from 'node:stream/consumers';

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
const pageSize = 50;

/** Asks a gateway the query of a round, with other headers than in the last one. Gives the whole answer's text. */
export function askRehearsalQuery(origin: string, round: number): Promise<string> {
  const body = JSON.stringify({ query: documentOf(round), variables: { first: pageSize } });
  return new Promise((resolve, reject) => {
    const sent = request(`${origin}/graphql`, { method: 'POST', headers: headersOf(body, round) });
    sent.once('error', reject);
    sent.once('response', (response) => text(response).then(resolve, reject));
    sent.end(body);
  });
}

/**
 * Headers in another order each round, as different callers send them: V8 compiles code for the orders that it has seen,
 * up to four of them, and discards it at the first caller with another one.
 */
function headersOf(body: string, round: number): Record<string, string> {
  const headers: (readonly [name: string, value: string])[] = [
    ['host', 'rehearsal'],
    ['connection', 'keep-alive'],
    ['content-type', 'application/json'],
    ['content-length', String(Buffer.byteLength(body))],
    ['accept', acceptable[round % acceptable.length] ?? ''],
    ['user-agent', 'rehearsal'],
  ];
  // Otherwise a gateway with caches would call the help desks in its first round only.
  if (round % 4 !== 0) headers.push(['cache-control', 'no-cache']);
  const turn = round % headers.length;
  return Object.fromEntries([...headers.slice(turn), ...headers.slice(0, turn)]);
}

const acceptable = ['application/json', 'application/graphql-response+json, application/json', '*/*'];
