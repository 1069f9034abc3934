/** The kinds of entities that have a global id, with the short code that stands for each in it. Codes never change. */
export const entityTypeCodes = {
  Agent: 'a',
  Article: 'ar',
  Company: 'co',
  Conversation: 'c',
  Customer: 'cu',
  CustomerGroup: 'cg',
  Department: 'd',
  File: 'f',
  KnowledgeBase: 'kb',
  Message: 'm',
  SatisfactionRating: 'sr',
  Source: 's',
  SuggestionCategory: 'sc',
  Tag: 't',
  Transaction: 'tr',
  Website: 'w',
} as const;

/** Name of an entity's GraphQL type. */
export type EntityType = keyof typeof entityTypeCodes;
