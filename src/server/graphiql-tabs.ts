import { Temporal } from 'temporal-polyfill';

/** An example in GraphiQL. The tab has the name of the operation. */
export interface ExampleTab {
  /** Lines of up to 48 characters are seen whole in a window of usual width. */
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
}

/** Examples that run as they stand against the sandbox, in the order of the tabs. */
export const exampleTabs: readonly ExampleTab[] = [
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
      sources: ["support", "tickets"]
      status: [NEW, OPEN, PENDING]
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
    query: `# Who is online where, and what for.
query Agents {
  agents(first: 50) {
    nodes {
      name
      email
      role
      source { name vendor }
      availability {
        online
        chat
        calls
        tickets
        activeChats
        maxChats
      }
    }
    sources { source { name } state }
  }
}
`,
  },
  {
    query: `# Tags, departments, web sites and customer
# groups of all help desks, in one request.
query Directories {
  tags(first: 50) {
    nodes { name color source { name } }
  }
  departments(first: 50) {
    nodes { name source { name } }
  }
  websites(first: 50) {
    nodes { name url source { name } }
  }
  customerGroups(first: 50) {
    nodes { name source { name } }
  }
}
`,
  },
  {
    query: `# Help articles. For the vendor's own search
# add filter: { search: "order" }.
query Knowledge {
  articles(first: 10) {
    nodes {
      title
      type
      status
      text
      knowledgeBase { name }
      parent { title }
      updatedAt
    }
    sources { source { name } state }
  }
  companies(first: 5) {
    nodes { name emails phones groups { name } }
  }
  suggestionCategories(first: 5) {
    nodes { title path }
  }
}
`,
  },
  {
    query: `# What came of the chats of the last 30 days.
# A page of conversations costs one call for
# all its ratings and one for all its purchases.
query Aftermath {
  satisfactionRatings(first: 10) {
    nodes {
      createdAt
      agentName
      welcome
      delay
      resolution
      comment
    }
  }
  transactions(first: 10) {
    nodes {
      createdAt
      reference
      amount { amount currency }
      agent { name }
    }
  }
  conversations(
    first: 10
    filter: { sources: ["shop"] }
  ) {
    nodes {
      reference
      satisfactionRating { welcome comment }
      transactions { amount { amount } }
    }
  }
}
`,
  },
  {
    query: `# Statistics over a period. Vendors are asked
# only for the reports and columns selected, so
# an unused field costs nothing. iAdvize counts
# whole days in its zone: see "sources".
query Reports($from: DateTime!, $to: DateTime!) {
  report(from: $from, to: $to) {
    agents(first: 50) {
      nodes {
        source { name }
        agent { name }
        metrics {
          answers
          chats
          chatAverageSeconds
          overallRating
          salesAmount { amount currency }
        }
      }
      sources {
        source { name }
        state
        error { code message }
      }
    }
    performance(interval: WEEK) {
      nodes {
        from
        to
        metrics { createdTickets resolvedTickets }
      }
    }
    slaLog(medium: TICKETS, first: 10) {
      nodes {
        reference
        levelName
        marginSeconds
        agent { name }
      }
    }
  }
}
`,
    variables: JSON.stringify(lastMonthIn('Europe/Paris'), null, 2),
  },
  {
    query: `# What a change would send. Nothing is changed
# while dryRun is true; set it to false to try.
mutation NewTicket($dryRun: Boolean = true) {
  conversationCreate(
    input: {
      source: "tickets"
      subject: "Wrong size"
      message: "The shoes are too small."
      customerEmail: "kim@example.com"
      dryRun: $dryRun
    }
  ) {
    conversation { id reference status subject }
    plannedCalls { method path parameters }
    userErrors { message code field }
  }
}
`,
    variables: JSON.stringify({ dryRun: true }),
  },
  {
    query: `# The help desks behind this gateway: how they
# are and what they can do.
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

/** The last 30 whole days in a time zone. Told when the gateway starts: an example may be a few days old. */
function lastMonthIn(timeZone: string): { readonly from: string; readonly to: string } {
  const today = Temporal.Now.plainDateISO(timeZone);
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone }).toInstant().toString();
  return { from: startOf(today.subtract({ days: 30 })), to: startOf(today) };
}
