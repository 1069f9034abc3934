const types = ['application/graphql-response+json', 'application/json'] as const;

/**
 * The media type of an answer that is made without the GraphQL server: of the two that there are, the one that the
 * caller names first. `accept` is the request's header of this name.
 */
export function answerType(accept = ''): string {
  const [strict, plain] = types.map((type) => accept.toLowerCase().indexOf(type)) as [number, number];
  const isStrict = strict >= 0 && (plain < 0 || strict < plain);
  return `${types[isStrict ? 0 : 1]}; charset=utf-8`;
}
