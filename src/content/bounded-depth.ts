import { Parser } from 'htmlparser2';

/** Deepest nesting of elements that is converted; messages that people write have a few dozen levels at most. */
const deepest = 300;
/** An element takes at least so many characters. */
const shortest = 3;

/** Ends the look at a text. */
class TooDeep extends Error {}

/**
 * HTML up to the place where its elements are nested deeper than anybody writes. Parsers take time that grows with the
 * square of the depth, so that a message of a megabyte could hold up the process for a minute.
 */
export function withBoundedDepth(html: string): string {
  if (html.length < deepest * shortest) return html;
  let depth = 0;
  const parser = new Parser(
    {
      onopentagname() {
        depth += 1;
        if (depth > deepest) throw new TooDeep();
      },
      onclosetag() {
        depth -= 1;
      },
    },
    { decodeEntities: false },
  );
  try {
    parser.end(html);
  } catch (error) {
    if (error instanceof TooDeep) return html.slice(0, parser.startIndex);
    throw error;
  }
  return html;
}
