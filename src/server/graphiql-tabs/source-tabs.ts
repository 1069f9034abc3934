import type { ExampleTab } from './example-tab.ts';
import type { NamedSources } from './named-sources.ts';

/** Changes, where there is a help desk that takes them. */
export function changeTabs({ written }: NamedSources): readonly ExampleTab[] {
  if (written === null) return [];
  return [
    {
      query: `# What a change would send. Nothing is changed
# while dryRun is true; set it to false to try.
mutation NewTicket($dryRun: Boolean = true) {
  conversationCreate(
    input: {
      source: "${written}"
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
  ];
}

/** The help desks themselves. */
export const sourceTabs: readonly ExampleTab[] = [
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
