/** The number of letters to change, add or drop to get from one word to the other. */
function editDistance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of from.split('').entries()) {
    const current = [row + 1];
    for (const [column, other] of to.split('').entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}

/** The known name that a mistyped one is most likely meant to be; null when none is near. */
export function closestName(name: string, known: readonly string[]): string | null {
  const [best] = ranked(name, known);
  return best && best.distance <= Math.max(2, Math.floor(best.candidate.length / 2)) ? best.candidate : null;
}

function ranked(name: string, known: readonly string[]) {
  return known
    .map((candidate) => ({ candidate, distance: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
}

/**
 * How far one name is from another. A name with which the other one begins counts as near as one with two letters
 * wrong.
 */
function distance(name: string, known: string): number {
  const isPart = name.length >= 3 && (known.startsWith(name) || name.startsWith(known));
  return Math.min(editDistance(name, known), isPart ? 2 : Infinity);
}

/**
 * What to add to a message about an unknown name: the name that it is most likely meant to be, else the closest one.
 */
export function suggestion(name: string, known: readonly string[]): string {
  const near = closestName(name, known);
  if (near !== null) return `; did you mean "${near}"?`;
  const [first] = ranked(name, known);
  return first ? `; the closest known one is "${first.candidate}"` : '';
}
