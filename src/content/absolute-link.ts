const scheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Where a link of a text leads that is shown on another page than it was written for: one that begins with a host gets
 * `https:`, one without a host belongs to `origin`. A place in the text itself stays. Empty for what leads nowhere.
 */
export function absoluteLink(link: string, origin: string | undefined): string {
  const trimmed = link.trim();
  if (trimmed.startsWith('#') || scheme.test(trimmed)) return trimmed;
  if (trimmed.startsWith('//')) return `https:${trimmed}`;
  return (trimmed !== '' && origin !== undefined && URL.parse(trimmed, origin)?.href) || '';
}
