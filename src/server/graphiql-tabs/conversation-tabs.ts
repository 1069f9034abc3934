import type { ExampleTab } from './example-tab.ts';
import type { NamedSources } from './named-sources.ts';

/** Conversations and who has them. */
export function conversationTabs({ listed }: NamedSources): readonly ExampleTab[] {
  return [
    {
      query: `# The newest conversations of all help desks,
# merged into one list. "sources" tells what
# each help desk contributed. Run: Ctrl-Enter.
query Inbox {
  conversations(first: 25) {
    nodes {
      subject
      status
      channel
      createdAt
      source { name vendor }
      customer { name email }
      assignee { name }
      tags { name }
      reference
      id
    }
    pageInfo { hasNextPage endCursor }
    sources {
      source { name }
      state
      error { code message }
    }
  }
}
`,
    },
    {
      query: `# What was said in the newest conversations.
query Messages {
  conversations(first: 5) {
    nodes {
      subject
      preview
      source { name }
      department { name }
      visit { country referrer }
      customFields { code value }
      messages(first: 20) {
        nodes {
          sentAt
          authorRole
          authorName
          kind
          internal
          text
          attachments { name url }
        }
      }
      transcript
    }
  }
}
`,
    },
    {
      query: `# A filter means the same for every vendor.
# For the next page put "endCursor" into
# the variable "after".
query Open($after: String) {
  conversations(
    first: 10
    after: $after
    filter: {
${sourcesLine(listed)}      status: [NEW, OPEN, PENDING]
      createdAfter: "2020-01-01T00:00:00Z"
    }
    orderBy: {
      field: UPDATED_AT
      direction: DESC
    }
  ) {
    nodes {
      reference
      subject
      status
      updatedAt
      source { name }
    }
    pageInfo { hasNextPage endCursor }
    sources {
      source { name }
      state
      missingFrom
      missingTo
    }
  }
}
`,
      variables: '{ "after": null }',
    },
    {
      query: `# One human in all help desks: whoever carries
# the e-mail address in the variable "email"; try
# one of a customer. "sources" tells which help
# desks cannot look one up.
query Person($email: String!) {
  person(email: $email) {
    name
    customers {
      name
      email
      source { name vendor }
      groups { name }
    }
    conversations(first: 10) {
      nodes {
        subject
        status
        createdAt
        source { name }
      }
    }
    sources {
      source { name }
      state
      error { code }
    }
  }
}
`,
      variables: JSON.stringify({ email: 'hector.thirlby41@example.net' }),
    },
  ];
}

/**
 * The line of a filter that names sources; none where there is nothing to name, as an empty list would match no source
 * at all.
 */
function sourcesLine(names: readonly string[]): string {
  return names.length > 0 ? `      sources: ${JSON.stringify(names).replaceAll(',', ', ')}\n` : '';
}
