/** Whole days in Paris. */
const period = 'from: "2026-02-01T00:00:00+01:00", to: "2026-03-01T00:00:00+01:00"';

/** All lists of the sources `$of`, with fields that take calls of their own. */
export const lists = /* GraphQL */ `
  query Lists($of: [String!]) {
    conversations(first: 5, filter: { sources: $of }) {
      nodes {
        id
        customer {
          id
        }
        assignee {
          role
          departments {
            name
          }
        }
        tags {
          name
        }
        department {
          name
          agents {
            name
          }
        }
        messages {
          nodes {
            text
          }
        }
      }
    }
    customers(first: 2, filter: { sources: $of }) {
      nodes {
        id
        name
      }
    }
    agents(first: 2, filter: { sources: $of }) {
      nodes {
        id
        name
      }
    }
    tags(first: 2, filter: { sources: $of }) {
      nodes {
        id
        name
        color
        archived
      }
    }
    departments(first: 2, filter: { sources: $of }) {
      nodes {
        id
        name
        availability {
          online
        }
      }
    }
    customerGroups(first: 2, filter: { sources: $of }) {
      nodes {
        name
        color
      }
    }
    companies(first: 2, filter: { sources: $of }) {
      nodes {
        name
        customFields {
          code
        }
      }
    }
    websites(first: 2, filter: { sources: $of }) {
      nodes {
        name
        url
        agents {
          name
        }
      }
    }
    knowledgeBases(first: 2, filter: { sources: $of }) {
      nodes {
        name
      }
    }
    articles(first: 2, filter: { sources: $of }) {
      nodes {
        title
      }
    }
    found: articles(first: 2, filter: { sources: $of, search: "order" }) {
      nodes {
        url
      }
    }
    suggestionCategories(first: 2, filter: { sources: $of }) {
      nodes {
        title
      }
    }
    satisfactionRatings(first: 2, filter: { sources: $of }) {
      nodes {
        welcome
      }
    }
    transactions(first: 2, filter: { sources: $of }) {
      nodes {
        reference
      }
    }
    sources {
      application {
        version
      }
      chatsOverview {
        chats
      }
      callsOverview {
        running
      }
      widgets {
        name
      }
    }
  }
`;

/** Every report of the sources `$of`. */
export const reports = /* GraphQL */ `
  query Reports($of: [String!]) {
    report(${period}, filter: { sources: $of }) {
      agents { nodes { agent { name } metrics { chats } } }
      departments { nodes { metrics { chats } } }
      channels { nodes { metrics { chats } } }
      tags { nodes { metrics { chats } } }
      performance { nodes { metrics { chats } } }
      ranking { nodes { source { name } } }
      ${['TICKETS', 'CHATS', 'CALLS'].map(reportsOf).join('\n')}
    }
  }
`;

function reportsOf(medium: string): string {
  const name = (report: string) => `${report}${medium}: ${report}(medium: ${medium}, first: 1)`;
  return ['agentAvailability', 'availability', 'load', 'slaCompliance', 'slaLog']
    .map((report) => `${name(report)} { nodes { source { name } } }`)
    .join('\n');
}

/** What only an id leads to; ids of nothing are asked for, too. */
export const single = /* GraphQL */ `
  query Single($source: String!, $conversation: ID!, $customer: ID!, $agent: ID!) {
    conversation(id: $conversation) {
      note
      customFields {
        code
      }
      messages {
        nodes {
          text
        }
      }
    }
    customer(id: $customer) {
      groups {
        name
      }
      customFields {
        code
      }
    }
    agent(id: $agent) {
      role
      departments {
        name
      }
    }
    nodeByVendorId(source: $source, type: DEPARTMENT, vendorId: "nobodys") {
      id
    }
    file: nodeByVendorId(source: $source, type: FILE, vendorId: "0123456789abcdef0123456789abcdef") {
      ... on File {
        name
        size
      }
    }
  }
`;

/** Shows, and does not make, the deletion of a tag, for which LiveChat reads the tag's groups. */
export const tagDeletion =
  'mutation ($id: ID!) { tagDelete(input: { tagId: $id, dryRun: true }) { deletedId } }';

/** What can be changed. */
export const changeable = /* GraphQL */ `
  query Changeable($of: [String!]) {
    conversations(first: 5, filter: { sources: $of }) {
      nodes {
        id
      }
    }
    customers(first: 5, filter: { sources: $of }) {
      nodes {
        id
      }
    }
    agents(first: 5, filter: { sources: $of }) {
      nodes {
        id
      }
    }
    online: agents(first: 5, filter: { sources: $of, online: true }) {
      nodes {
        id
      }
    }
    departments(filter: { sources: $of }) {
      nodes {
        id
      }
    }
    tags(filter: { sources: $of }) {
      nodes {
        id
      }
    }
    customerGroups(filter: { sources: $of }) {
      nodes {
        id
      }
    }
    websites(filter: { sources: $of }) {
      nodes {
        id
      }
    }
    articles(first: 5, filter: { sources: $of }) {
      nodes {
        id
      }
    }
    suggestionCategories(filter: { sources: $of }) {
      nodes {
        id
      }
    }
  }
`;
