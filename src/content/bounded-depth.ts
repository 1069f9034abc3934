import { Parser } from 'htmlparser2';

/** Deepest nesting of elements that is converted; messages that people write have a few dozen levels at most. */
const deepest = 300;

/** An element takes at least so many characters: a shorter text cannot be nested too deep, nor become long. */
const shortest = 3 * deepest;

/** Ends the look at a text. */
class TooDeep extends Error {}

/** Elements whose lines are indented in plain text. */
const indented: ReadonlySet<string> = new Set(['blockquote', 'ol', 'ul']);

/** HTML whose elements are not nested too deep. */
export interface BoundedHtml {
  readonly html: string;
  /** How deep quotes and lists are nested in one another; 0 for a text that is too short to matter. */
  readonly indentation: number;
}

/**
 * HTML up to the place where its elements are nested deeper than anybody writes. Parsers take time that grows with the
 * square of the depth, so that a message of a megabyte could hold up the process for a minute.
 */
export function withBoundedDepth(html: string): BoundedHtml {
  if (html.length < shortest) return { html, indentation: 0 };
  let depth = 0;
  let [level, indentation] = [0, 0];
  const parser = new Parser(
    {
      onopentagname(name) {
        depth += 1;
        if (depth > deepest) throw new TooDeep();
        if (indented.has(name)) indentation = Math.max(indentation, (level += 1));
      },
      onclosetag(name) {
        depth -= 1;
        if (indented.has(name)) level -= 1;
      },
    },
    { decodeEntities: false },
  );
  try {
    parser.end(html);
  } catch (error) {
    if (error instanceof TooDeep) return { html: html.slice(0, parser.startIndex), indentation };
    throw error;
  }
  return { html, indentation };
}
