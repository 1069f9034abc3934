import { Kind, print, visit, type EnumValueNode } from 'graphql';
import { oncePerDocument } from './once-per-document.ts';

const longestText = 10_000;

/** Prints as one sign. */
const placeholder: EnumValueNode = { kind: Kind.ENUM, value: '?' };
const hidden = () => placeholder;

/**
 * A document without anything that a caller may have written into it for one request: `?` in place of texts, numbers,
 * true and false; and no aliases, as some clients make them from ids. Cut to 10,000 characters.
 */
export const sanitisedDocument = oncePerDocument((document): string => {
  const cleaned = visit(document, {
    Field: (field) => ({ ...field, alias: undefined }),
    StringValue: hidden,
    IntValue: hidden,
    FloatValue: hidden,
    BooleanValue: hidden,
  });
  return print(cleaned).slice(0, longestText);
});
