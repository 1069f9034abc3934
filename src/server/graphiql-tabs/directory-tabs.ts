import type { ExampleTab } from './example-tab.ts';

/** Who and what there is. */
export const directoryTabs: readonly ExampleTab[] = [
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
  departments(first: 50) {
    nodes {
      name
      source { name }
      availability { online chat calls tickets newCount }
    }
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
];
