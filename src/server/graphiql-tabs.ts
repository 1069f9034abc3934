/** An example in GraphiQL. */
export interface ExampleTab {
  readonly name: string;
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
}

/** Examples that run as they stand against the sandbox, in the order of the tabs. */
export const exampleTabs: readonly ExampleTab[] = [
  {
    name: 'Inbox',
    query: `# The newest conversations of all help desks in one list.
# "sources" tells what each one contributed.
query Inbox {
  conversations(first: 25) {
    nodes {
      id
      source { name vendor }
      reference
      channel
      status
      subject
      createdAt
      assignee { name }
      customer { name email }
      tags { name }
    }
    pageInfo { hasNextPage endCursor }
    sources { source { name } state fetchedAt error { code message } }
  }
}
`,
  },
  {
    name: 'Conversation',
    query: `# Messages, custom fields and the whole text of the newest conversations.
query Conversations {
  conversations(first: 5) {
    nodes {
      subject
      preview
      department { name }
      visit { country referrer }
      customFields { code value }
      messages(first: 20) {
        nodes { sentAt kind internal authorRole authorName text attachments { name url } }
      }
      transcript
    }
  }
}
`,
  },
  {
    name: 'Open and unassigned',
    query: `# A filter means the same for every vendor; one that a vendor cannot apply is told in "sources".
query OpenConversations($after: String) {
  conversations(
    first: 10
    after: $after
    filter: { status: [NEW, OPEN, PENDING], createdAfter: "2020-01-01T00:00:00Z", sources: ["support", "tickets"] }
    orderBy: { field: UPDATED_AT, direction: DESC }
  ) {
    edges { cursor node { reference status subject updatedAt source { name } } }
    pageInfo { hasNextPage endCursor }
    sources { source { name } state missingFrom missingTo error { code } }
  }
}
`,
    variables: '{ "after": null }',
  },
  {
    name: 'Agents',
    query: `# Who is online where.
query Agents {
  agents(first: 50) {
    nodes {
      name
      email
      source { name vendor }
      role
      availability { online chat calls tickets activeChats maxChats }
    }
    sources { source { name } state }
  }
}
`,
  },
  {
    name: 'Directories',
    query: `# Tags, departments, web sites and customer groups of all help desks.
query Directories {
  tags(first: 50) { nodes { name color source { name } } }
  departments(first: 50) { nodes { name description source { name } } }
  websites(first: 50) { nodes { name url source { name } } }
  customerGroups(first: 50) { nodes { name source { name } } }
}
`,
  },
  {
    name: 'Sources',
    query: `# The configured help desks: health, what they can do, what the vendor tells of itself.
query Sources {
  sources {
    name
    vendor
    status
    rateBudget { limit remaining resetAt }
    application { version serverTime }
    capabilities
  }
}
`,
  },
];
