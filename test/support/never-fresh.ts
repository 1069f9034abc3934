const kinds = ['directory', 'list', 'conversation', 'closedConversation', 'pastDay', 'report', 'pastReport'];

/** The `cacheSeconds` of a source of which nothing is kept. */
export const neverFresh = Object.fromEntries(kinds.map((kind) => [kind, 0]));
