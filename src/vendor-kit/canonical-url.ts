const scheme = /^[a-z][a-z0-9+.-]*:/i;
// The name of a machine may have an underscore, that of a domain may not.
const bareHost = /^([\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]+(:\d+)?([/?#]|$)/u;

/** How to read a URL without a scheme. */
export interface CanonicalUrlOptions {
  /** Read `host.tld/x` as a host and not as a path below the source. @default false */
  readonly bareHosts?: boolean;
}

/**
 * A vendor's URL as an absolute one: `//host/x` gets `https:`, and so does `host.tld/x` where bare hosts are expected;
 * anything else without a scheme is a path in the folder `baseUrl` or, with a slash in front, on its host. Null for what
 * is empty, no http(s) URL (`javascript:`, `data:`), leads to another host than it seems (`user@host`), or cannot be
 * read.
 */
export function absoluteUrl(
  text: string | null | undefined,
  baseUrl: string,
  { bareHosts = false }: CanonicalUrlOptions = {},
): string | null {
  const url = text?.trim() ?? '';
  if (url === '') return null;
  if (url.startsWith('//')) return webUrl(`https:${url}`);
  if (bareHosts && bareHost.test(url)) return webUrl(`https://${url}`);
  if (scheme.test(url)) return webUrl(url);
  return below(url, new URL(baseUrl));
}

function webUrl(url: string): string | null {
  const parsed = URL.parse(url);
  if (!parsed) return null;
  const { protocol, username, password, href } = parsed;
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '') return null;
  // The parser accepts backslashes and blanks, which other readers of the text may read differently, so the parser's
  // form is given.
  return /[\\\s]/.test(url) ? href : url;
}

function below(path: string, { origin, pathname }: URL): string | null {
  const url = URL.parse(path, `${origin}${pathname.replace(/\/?$/, '/')}`);
  return url?.origin === origin ? url.href : null;
}
