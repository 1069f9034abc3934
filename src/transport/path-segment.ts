/**
 * A segment of a path, not encoded: a word of the vendor's API; or an id, name or address, which is left out where
 * calls are recorded.
 */
export type PathSegment = string | { readonly id: string };

/** The text that stands in the path. */
export function segmentText(segment: PathSegment): string {
  return typeof segment === 'string' ? segment : segment.id;
}

/** Whether a path names nothing that exists already, so that a POST to it creates something new. */
export function namesNothing(segments: readonly PathSegment[]): boolean {
  return segments.every((segment) => typeof segment === 'string');
}

/** The path with `{id}` in place of every id: the same for all calls to one endpoint, without personal data. */
export function routeOf(basePath: string, segments: readonly PathSegment[]): string {
  const words = segments.map((segment) => `/${typeof segment === 'string' ? segment : '{id}'}`);
  return basePath + words.join('') || '/';
}
