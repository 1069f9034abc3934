/** The one logical query of all scenarios: conversations with tags, owner, custom fields and messages with authors. */
export interface PageRequest {
  readonly first: number;
  readonly after?: string | null;
  /** Makes the document one that was not seen before. @default Page */
  readonly operationName?: string;
  /** So does this; every conversation has fewer. @default 50 */
  readonly messages?: number;
}

/** The page as every target must give it. */
export interface PageAnswer {
  readonly data: {
    readonly conversations: {
      readonly nodes: readonly unknown[];
      readonly pageInfo: { readonly endCursor: string | null };
    };
  };
}

/** The body of a request for a page. */
export function pageBody({
  first,
  after = null,
  operationName = 'Page',
  messages = 50,
}: PageRequest): string {
  return JSON.stringify({ query: documentOf(operationName, messages), variables: { first, after } });
}

/** The smallest query there is. */
export const typenameBody = JSON.stringify({ query: '{ __typename }' });

function documentOf(operationName: string, messages: number): string {
  return `query ${operationName}($first: Int!, $after: String) {
  conversations(first: $first, after: $after) {
    nodes {
      vendorId
      reference
      subject
      preview
      createdAt
      tags { vendorId name }
      assignee { vendorId name email }
      customFields { code value }
      messages(first: ${messages}) {
        nodes {
          vendorId
          body
          sentAt
          author { ... on Agent { vendorId name email } }
        }
      }
    }
    pageInfo { endCursor }
  }
}`;
}
