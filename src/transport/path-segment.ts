/**
 * A segment of a path, not encoded: a word of the vendor's API, or an id (or name, or address), which is left out
 * wherever a call is written down.
 */
export type PathSegment = string | { readonly id: string };

/** What stands in the path. */
export function segmentText(segment: PathSegment): string {
  return typeof segment === 'string' ? segment : segment.id;
}

/** Whether a path names nothing that is there already: a POST to it makes something new. */
export function namesNothing(segments: readonly PathSegment[]): boolean {
  return segments.every((segment) => typeof segment === 'string');
}

/** The path with `{id}` in the place of every id: alike for all calls to one endpoint, and nobody's. */
export function routeOf(basePath: string, segments: readonly PathSegment[]): string {
  const words = segments.map((segment) => `/${typeof segment === 'string' ? segment : '{id}'}`);
  return basePath + words.join('') || '/';
}
