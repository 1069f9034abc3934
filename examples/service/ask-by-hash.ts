import type { TypedDocumentString } from './generated/graphql.ts';

/** Where the gateway is, and who asks. */
export interface Client {
  /** `http://host:port`. */
  readonly gateway: string;
  /** Not needed where the gateway is open. */
  readonly apiKey?: string | undefined;
}

interface Answer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * Asks by the document's hash alone: the text is not in this program, the gateway has it from
 * `server.persistedOperations`. Any error fails, so what is returned is whole.
 */
export async function askByHash<Result, Variables>(
  { gateway, apiKey }: Client,
  { __meta__: meta }: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const sha256Hash = String(meta?.['hash']).replace('sha256:', '');
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}),
    },
    body: JSON.stringify({ variables, extensions: { persistedQuery: { version: 1, sha256Hash } } }),
    signal: AbortSignal.timeout(30_000),
  });
  const { data, errors } = (await response.json()) as Answer<Result>;
  if (data && !errors) return data;
  const [error] = errors ?? [];
  throw new Error(`${error?.extensions?.code ?? response.status}: ${error?.message ?? 'no data'}`);
}
