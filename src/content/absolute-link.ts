const scheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The absolute form of a link, for a text that is shown on another page than the one it was written for. A link that
 * begins with a host gets `https:`, one without a host belongs to the folder `linkBase`, and one to a place in the text
 * itself stays as it is. Empty for a link that leads nowhere.
 */
export function absoluteLink(link: string, linkBase: string | undefined): string {
  const trimmed = link.trim();
  if (trimmed.startsWith('#') || scheme.test(trimmed)) return trimmed;
  if (trimmed.startsWith('//')) return `https:${trimmed}`;
  return (trimmed !== '' && linkBase !== undefined && URL.parse(trimmed, linkBase)?.href) || '';
}
