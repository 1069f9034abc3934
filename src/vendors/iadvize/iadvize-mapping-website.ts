import type { Website } from '../../contract/directory.ts';
import { absoluteUrl } from '../../vendor-kit/canonical-url.ts';
import type { WireWebsite } from './iadvize-wire.ts';

/**
 * A web site; its operators take a call of their own. At iAdvize its address is a bare host. `baseUrl` is the
 * source's own.
 */
export function toWebsite({ id, label, url }: WireWebsite, baseUrl: string): Website {
  const isHost = url !== null && !/^(\/|[a-z][a-z0-9+.-]*:\/\/)/i.test(url);
  return {
    key: id,
    vendorId: id,
    name: label,
    url: absoluteUrl(isHost ? `//${url}` : url, baseUrl),
  };
}
