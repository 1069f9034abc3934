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
    "mutation Reply($input: ConversationMessageSendInput!) {\n  conversationMessageSend(input: $input) {\n    userErrors {\n      message\n    }\n  }\n}\n\nmutation AddTag($input: ConversationTagAddInput!) {\n  conversationTagAdd(input: $input) {\n    conversation {\n      id\n      tags {\n        id\n        name\n      }\n    }\n    userErrors {\n      message\n    }\n  }\n}\n\nmutation RemoveTag($input: ConversationTagRemoveInput!) {\n  conversationTagRemove(input: $input) {\n    conversation {\n      id\n      tags {\n        id\n        name\n      }\n    }\n    userErrors {\n      message\n    }\n  }\n}": typeof types.ReplyDocument,
    "query Conversation($id: ID!, $first: Int!, $after: String) {\n  conversation(id: $id) {\n    ...ConversationHead\n    messages(first: $first, after: $after) {\n      nodes {\n        ...MessageLine\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}\n\nfragment ConversationHead on Conversation {\n  id\n  reference\n  subject\n  status\n  channel\n  createdAt\n  source {\n    name\n  }\n  department {\n    name\n  }\n  assignee {\n    id\n    name\n  }\n  customer {\n    name\n    email\n  }\n  tags {\n    id\n    name\n  }\n}\n\nfragment MessageLine on Message {\n  id\n  internal\n  authorRole\n  authorName\n  sentAt\n  html\n  attachments {\n    name\n    url\n  }\n}": typeof types.ConversationDocument,
    "query HelpDesks {\n  sources {\n    name\n    vendor\n    capabilities\n  }\n}\n\nquery DeskChoices($source: String!, $withTags: Boolean!, $withAgents: Boolean!) {\n  tags(first: 100, filter: {sources: [$source]}) @include(if: $withTags) {\n    nodes {\n      name\n      archived\n    }\n  }\n  agents(first: 100, filter: {sources: [$source]}) @include(if: $withAgents) {\n    nodes {\n      id\n      name\n    }\n  }\n}": typeof types.HelpDesksDocument,
    "query Inbox($first: Int!, $after: String, $filter: ConversationFilter) {\n  conversations(first: $first, after: $after, filter: $filter) {\n    nodes {\n      ...InboxRow\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    sources {\n      ...Contribution\n    }\n  }\n}\n\nfragment InboxRow on Conversation {\n  id\n  subject\n  preview\n  status\n  channel\n  createdAt\n  source {\n    name\n  }\n  customer {\n    name\n    email\n  }\n}\n\nfragment Contribution on SourceOutcome {\n  source {\n    name\n  }\n  state\n  error {\n    code\n    retryable\n  }\n  fetchedAt\n}": typeof types.InboxDocument,
};
const documents: Documents = {
    "mutation Reply($input: ConversationMessageSendInput!) {\n  conversationMessageSend(input: $input) {\n    userErrors {\n      message\n    }\n  }\n}\n\nmutation AddTag($input: ConversationTagAddInput!) {\n  conversationTagAdd(input: $input) {\n    conversation {\n      id\n      tags {\n        id\n        name\n      }\n    }\n    userErrors {\n      message\n    }\n  }\n}\n\nmutation RemoveTag($input: ConversationTagRemoveInput!) {\n  conversationTagRemove(input: $input) {\n    conversation {\n      id\n      tags {\n        id\n        name\n      }\n    }\n    userErrors {\n      message\n    }\n  }\n}": types.ReplyDocument,
    "query Conversation($id: ID!, $first: Int!, $after: String) {\n  conversation(id: $id) {\n    ...ConversationHead\n    messages(first: $first, after: $after) {\n      nodes {\n        ...MessageLine\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}\n\nfragment ConversationHead on Conversation {\n  id\n  reference\n  subject\n  status\n  channel\n  createdAt\n  source {\n    name\n  }\n  department {\n    name\n  }\n  assignee {\n    id\n    name\n  }\n  customer {\n    name\n    email\n  }\n  tags {\n    id\n    name\n  }\n}\n\nfragment MessageLine on Message {\n  id\n  internal\n  authorRole\n  authorName\n  sentAt\n  html\n  attachments {\n    name\n    url\n  }\n}": types.ConversationDocument,
    "query HelpDesks {\n  sources {\n    name\n    vendor\n    capabilities\n  }\n}\n\nquery DeskChoices($source: String!, $withTags: Boolean!, $withAgents: Boolean!) {\n  tags(first: 100, filter: {sources: [$source]}) @include(if: $withTags) {\n    nodes {\n      name\n      archived\n    }\n  }\n  agents(first: 100, filter: {sources: [$source]}) @include(if: $withAgents) {\n    nodes {\n      id\n      name\n    }\n  }\n}": types.HelpDesksDocument,
    "query Inbox($first: Int!, $after: String, $filter: ConversationFilter) {\n  conversations(first: $first, after: $after, filter: $filter) {\n    nodes {\n      ...InboxRow\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    sources {\n      ...Contribution\n    }\n  }\n}\n\nfragment InboxRow on Conversation {\n  id\n  subject\n  preview\n  status\n  channel\n  createdAt\n  source {\n    name\n  }\n  customer {\n    name\n    email\n  }\n}\n\nfragment Contribution on SourceOutcome {\n  source {\n    name\n  }\n  state\n  error {\n    code\n    retryable\n  }\n  fetchedAt\n}": types.InboxDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Reply($input: ConversationMessageSendInput!) {\n  conversationMessageSend(input: $input) {\n    userErrors {\n      message\n    }\n  }\n}\n\nmutation AddTag($input: ConversationTagAddInput!) {\n  conversationTagAdd(input: $input) {\n    conversation {\n      id\n      tags {\n        id\n        name\n      }\n    }\n    userErrors {\n      message\n    }\n  }\n}\n\nmutation RemoveTag($input: ConversationTagRemoveInput!) {\n  conversationTagRemove(input: $input) {\n    conversation {\n      id\n      tags {\n        id\n        name\n      }\n    }\n    userErrors {\n      message\n    }\n  }\n}"): typeof import('./graphql.ts').ReplyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Conversation($id: ID!, $first: Int!, $after: String) {\n  conversation(id: $id) {\n    ...ConversationHead\n    messages(first: $first, after: $after) {\n      nodes {\n        ...MessageLine\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}\n\nfragment ConversationHead on Conversation {\n  id\n  reference\n  subject\n  status\n  channel\n  createdAt\n  source {\n    name\n  }\n  department {\n    name\n  }\n  assignee {\n    id\n    name\n  }\n  customer {\n    name\n    email\n  }\n  tags {\n    id\n    name\n  }\n}\n\nfragment MessageLine on Message {\n  id\n  internal\n  authorRole\n  authorName\n  sentAt\n  html\n  attachments {\n    name\n    url\n  }\n}"): typeof import('./graphql.ts').ConversationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query HelpDesks {\n  sources {\n    name\n    vendor\n    capabilities\n  }\n}\n\nquery DeskChoices($source: String!, $withTags: Boolean!, $withAgents: Boolean!) {\n  tags(first: 100, filter: {sources: [$source]}) @include(if: $withTags) {\n    nodes {\n      name\n      archived\n    }\n  }\n  agents(first: 100, filter: {sources: [$source]}) @include(if: $withAgents) {\n    nodes {\n      id\n      name\n    }\n  }\n}"): typeof import('./graphql.ts').HelpDesksDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Inbox($first: Int!, $after: String, $filter: ConversationFilter) {\n  conversations(first: $first, after: $after, filter: $filter) {\n    nodes {\n      ...InboxRow\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    sources {\n      ...Contribution\n    }\n  }\n}\n\nfragment InboxRow on Conversation {\n  id\n  subject\n  preview\n  status\n  channel\n  createdAt\n  source {\n    name\n  }\n  customer {\n    name\n    email\n  }\n}\n\nfragment Contribution on SourceOutcome {\n  source {\n    name\n  }\n  state\n  error {\n    code\n    retryable\n  }\n  fetchedAt\n}"): typeof import('./graphql.ts').InboxDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
