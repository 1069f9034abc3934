/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query Unanswered($source: String!, $after: String) {\n  conversations(\n    first: 100\n    after: $after\n    filter: {sources: [$source], status: [NEW, OPEN, CHATTING]}\n    orderBy: {field: CREATED_AT, direction: ASC}\n  ) {\n    nodes {\n      id\n      reference\n      subject\n      createdAt\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    sources {\n      state\n      error {\n        code\n      }\n    }\n  }\n}\n\nquery SourceNames {\n  sources {\n    name\n    capabilities\n  }\n}": typeof types.UnansweredDocument,
};
const documents: Documents = {
    "query Unanswered($source: String!, $after: String) {\n  conversations(\n    first: 100\n    after: $after\n    filter: {sources: [$source], status: [NEW, OPEN, CHATTING]}\n    orderBy: {field: CREATED_AT, direction: ASC}\n  ) {\n    nodes {\n      id\n      reference\n      subject\n      createdAt\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    sources {\n      state\n      error {\n        code\n      }\n    }\n  }\n}\n\nquery SourceNames {\n  sources {\n    name\n    capabilities\n  }\n}": types.UnansweredDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Unanswered($source: String!, $after: String) {\n  conversations(\n    first: 100\n    after: $after\n    filter: {sources: [$source], status: [NEW, OPEN, CHATTING]}\n    orderBy: {field: CREATED_AT, direction: ASC}\n  ) {\n    nodes {\n      id\n      reference\n      subject\n      createdAt\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    sources {\n      state\n      error {\n        code\n      }\n    }\n  }\n}\n\nquery SourceNames {\n  sources {\n    name\n    capabilities\n  }\n}"): typeof import('./graphql.ts').UnansweredDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
