import type { Answer, TestGateway } from './gateway-over.ts';

/** Why a change was refused. */
export interface UserErrorAnswer {
  readonly message: string;
  readonly code: string;
  readonly field: readonly string[] | null;
}

/** A payload, with whatever else was selected. */
export interface PayloadAnswer {
  readonly userErrors: readonly UserErrorAnswer[];
  readonly clientMutationId: string | null;
  readonly plannedCalls:
    | readonly {
        readonly method: string;
        readonly path: string;
        readonly parameters: Readonly<Record<string, unknown>>;
      }[]
    | null;
  readonly [field: string]: unknown;
}

/** A mutation's payload and the answer it came in. */
export interface MutationAnswer {
  /** null where the mutation failed with an error. */
  readonly payload: PayloadAnswer | null;
  readonly answer: Answer;
  /** Code of the first error. */
  readonly code: string | undefined;
}

/** Sends one mutation; `selection` comes on top of what every payload has. */
export async function mutate(
  gateway: TestGateway,
  name: string,
  input: object,
  selection = '',
  headers: Readonly<Record<string, string>> = {},
): Promise<MutationAnswer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation Change($input: ${type}!) {
    change: ${name}(input: $input) {
      ${selection}
      userErrors { message code field }
      plannedCalls { method path parameters }
      clientMutationId
    }
  }`;
  const answer = await gateway.query(document, { input }, headers);
  const data = answer.data as { readonly change: PayloadAnswer | null } | null | undefined;
  return { payload: data?.change ?? null, answer, code: answer.errors[0]?.extensions.code };
}

/** The id of the entity in a payload. */
export function idIn({ payload }: MutationAnswer, field: string): string {
  const entity = payload?.[field] as { readonly id: string } | null | undefined;
  if (!entity) throw new Error(`expected the payload to have a ${field}`);
  return entity.id;
}

/** The ids that mutations of the sandbox's LiveAgent desk need. */
export async function supportIds(gateway: TestGateway) {
  const answer = await gateway.query(/* GraphQL */ `
    {
      agents(filter: { sources: ["support"] }) {
        nodes {
          id
        }
      }
      departments(filter: { sources: ["support"] }) {
        nodes {
          id
        }
      }
      conversations(first: 5, filter: { sources: ["support"] }) {
        nodes {
          id
        }
      }
    }
  `);
  const lists = answer.data as Readonly<
    Record<string, { readonly nodes: readonly { readonly id: string }[] }>
  >;
  const idsOf = (name: string) => (lists[name]?.nodes ?? []).map(({ id }) => id);
  return {
    agents: idsOf('agents'),
    departments: idsOf('departments'),
    conversations: idsOf('conversations'),
  };
}
