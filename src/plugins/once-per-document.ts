import type { DocumentNode } from 'graphql';

/** The same function, but for each document it does its work once. */
export function oncePerDocument<Result>(
  work: (document: DocumentNode) => Result,
): (document: DocumentNode) => Result {
  const results = new WeakMap<DocumentNode, { readonly result: Result }>();
  return (document) => {
    let known = results.get(document);
    if (!known) results.set(document, (known = { result: work(document) }));
    return known.result;
  };
}
