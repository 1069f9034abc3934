/** Elements that browsers begin a line with, of no other use in a page that shows a message. */
export const plainBlocks: readonly string[] =
  'center details dialog dir fieldset form legend search summary'.split(' ');

/** Elements that browsers begin a line with, beyond those that the converter to text knows. */
export const unknownBlocks: readonly string[] = [
  ...plainBlocks,
  ...'address caption dd dl dt figcaption figure hgroup tr'.split(' '),
];

const knownBlocks =
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td ' +
  'tfoot th thead ul';

/** All elements that browsers begin a line with. */
export const blocks: ReadonlySet<string> = new Set([...unknownBlocks, ...knownBlocks.split(' ')]);
