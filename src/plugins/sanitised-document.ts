import { Kind, print, visit, type DocumentNode, type EnumValueNode } from 'graphql';

const longestText = 10_000;

/** Prints as one sign. */
const placeholder: EnumValueNode = { kind: Kind.ENUM, value: '?' };
const hidden = () => placeholder;

const known = new WeakMap<DocumentNode, string>();

/**
 * A document without anything that a caller may have written into it for one request: `?` in place of texts, numbers,
 * true and false; and no aliases, as some clients make them from ids. Cut to 10,000 characters.
 */
export function sanitisedDocument(document: DocumentNode): string {
  let text = known.get(document);
  if (text === undefined) {
    const cleaned = visit(document, {
      Field: (field) => ({ ...field, alias: undefined }),
      StringValue: hidden,
      IntValue: hidden,
      FloatValue: hidden,
      BooleanValue: hidden,
    });
    text = print(cleaned).slice(0, longestText);
    known.set(document, text);
  }
  return text;
}
