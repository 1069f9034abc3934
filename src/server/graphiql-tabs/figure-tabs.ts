import { Temporal } from 'temporal-polyfill';
import type { ExampleTab } from './example-tab.ts';
import type { NamedSources } from './named-sources.ts';

/** Ratings and reports. */
export function figureTabs({ rated, timeZone }: NamedSources): readonly ExampleTab[] {
  return [...(rated === null ? [] : [aftermathTab(rated)]), reportTab(timeZone)];
}

function aftermathTab(source: string): ExampleTab {
  return {
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
    filter: { sources: ["${source}"] }
  ) {
    nodes {
      reference
      satisfactionRating { welcome comment }
      transactions { amount { amount } }
    }
  }
}
`,
  };
}

function reportTab(timeZone: string): ExampleTab {
  return {
    query: `# Statistics over a period. Vendors are asked
# only for the reports and columns selected, so
# an unused field costs nothing. A vendor that
# has figures for whole days of its time zone
# only says so in "sources".
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
    variables: JSON.stringify(lastMonthIn(timeZone), null, 2),
  };
}

/**
 * The last 30 whole days in a time zone. They are worked out when the page is first asked for, so that later they may
 * be a few days old.
 */
function lastMonthIn(timeZone: string): { readonly from: string; readonly to: string } {
  const today = Temporal.Now.plainDateISO(timeZone);
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone }).toInstant().toString();
  return { from: startOf(today.subtract({ days: 30 })), to: startOf(today) };
}
