import type { ExampleTab } from './example-tabs.ts';

/** Changes, and the help desks themselves. */
export const sourceTabs: readonly ExampleTab[] = [
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
    chatsOverview { visitors chats queue agents }
    callsOverview { running ringing queue }
    capabilities
  }
}
`,
  },
];
