import type { Agent } from '../../contract/agent.ts';
import type { CallContext } from '../../contract/call-context.ts';
import type { DirectoryAnswer, FieldReader } from '../../contract/directory-reader.ts';
import type { Website } from '../../contract/directory.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import { inEveryPlace, valueOrError } from '../../vendor-kit/batch-entries.ts';
import type { IadvizeClient } from './iadvize-client.ts';

/** No account has a site with this id, the largest of a 32-bit counter. */
const nobodysSite = '2147483647';

/**
 * Who chats on which site, from either side. Null where iAdvize refuses to tell, or gives the same answer for any
 * site.
 */
export interface SiteOperators {
  readonly agentsOfWebsites: FieldReader<readonly Agent[]>;
  readonly websitesOfAgents: FieldReader<readonly Website[]>;
}

/** Reads who chats on which site, with one call for each site. */
export function createSiteOperators(client: IadvizeClient): SiteOperators {
  return {
    agentsOfWebsites: (keys, context) =>
      inEveryPlace(keys, async () => {
        const sites = await client.getClientWebsiteList(context);
        if (!(await tellsSitesApart(sites, client, context))) return keys.map(() => null);
        return Promise.all(keys.map((key) => valueOrError(client.getWebsiteOperatorList(key, context))));
      }),
    websitesOfAgents: (keys, context) =>
      inEveryPlace(keys, async () => {
        const listed = await client.getClientWebsiteList(context);
        // Nobody knows who chats on a site that was left out.
        if (listed.cutBecause) throw listed.cutBecause;
        if (!(await tellsSitesApart(listed, client, context))) return keys.map(() => null);
        const sites = listed.value;
        const answers = await Promise.all(
          sites.map(async ({ key }) => (await client.getWebsiteOperatorList(key, context)).value),
        );
        if (answers.includes(null)) return keys.map(() => null);
        return keys.map((key) =>
          sites.filter((_, index) => answers[index]?.some((agent) => agent.key === key)),
        );
      }),
  };
}

/**
 * Whether the vendor heeds which site is named, which the document leaves open: it must not know operators of a site
 * that nobody has. With a single site there is nothing to tell apart.
 */
async function tellsSitesApart(
  { value: sites, cutBecause }: DirectoryAnswer<Website>,
  client: IadvizeClient,
  context: CallContext,
): Promise<boolean> {
  if (sites.length <= 1 && !cutBecause) return true;
  const agents = await valueOrError(client.getWebsiteOperatorList(nobodysSite, context));
  if (agents instanceof VendorError && agents.kind !== 'bad-response') throw agents;
  return agents instanceof VendorError || agents === null || agents.length === 0;
}
