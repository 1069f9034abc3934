/** What stands around a reference in the text from which people copy it, or is put in front of it. */
const around = /^[\s#()[\]{}<>"'“”„‘’‚«».,:;!?]$/u;

/** A reference as it was pasted, without the blanks, brackets, quotes and the like around it. */
export function pastedReference(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && around.test(text.charAt(start))) start += 1;
  while (start < end && around.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
