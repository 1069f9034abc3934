import type { DomNode, FormatCallback } from 'html-to-text';
import { blocks } from './block-elements.ts';

/** What the parser knows of a node beyond the converter's type. */
interface Neighbour extends DomNode {
  readonly next?: Neighbour | null;
  readonly prev?: Neighbour | null;
  readonly parent?: Neighbour | undefined;
}

/** What HTML takes for blank; a no-break space is none. */
const blank = /^[\t\n\f\r ]*$/;

/**
 * A `<br>` as browsers have it: one at the end of a line that ends anyway, because its block does or another one
 * begins, is no line of its own. Mail programs write most blank lines as a block with nothing but a `<br>`.
 */
export const lineBreak: FormatCallback = (element, _walk, builder) => {
  if (!endsLineThatEnds(element)) builder.addLineBreak();
};

function endsLineThatEnds(element: Neighbour): boolean {
  const next = besideInLine(element, 'next');
  if (next === null) return true;
  const before = isBlock(next) ? besideInLine(element, 'prev') : null;
  return before !== null && before.name !== 'br' && !isBlock(before);
}

/** What stands beside an element, also beside the inline elements that it is the end of; null at the end of its block. */
function besideInLine(element: Neighbour, side: 'next' | 'prev'): Neighbour | null {
  for (let node: Neighbour | null | undefined = element; node && !isBlock(node); node = node.parent) {
    const beside = neighbour(node, side);
    if (beside) return beside;
  }
  return null;
}

/** The nearest sibling that is neither blank text nor a comment. */
function neighbour(node: Neighbour, side: 'next' | 'prev'): Neighbour | null {
  let other = node[side];
  while (other && isInvisible(other)) other = other[side];
  return other ?? null;
}

function isInvisible({ type, data }: Neighbour): boolean {
  return type === 'comment' || (type === 'text' && blank.test(data ?? ''));
}

function isBlock({ name }: Neighbour): boolean {
  return name !== undefined && blocks.has(name);
}
