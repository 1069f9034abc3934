import { conversationTabs } from './conversation-tabs.ts';
import { directoryTabs } from './directory-tabs.ts';
import type { ExampleTab } from './example-tab.ts';
import { figureTabs } from './figure-tabs.ts';
import { sandboxNames, type NamedSources } from './named-sources.ts';
import { changeTabs, sourceTabs } from './source-tabs.ts';

/**
 * Examples that run as they stand, in the order of the tabs, with no list longer than `maxPageSize`. Without `names`
 * they name the sources of the sandbox.
 */
export function exampleTabs(
  names: NamedSources = sandboxNames,
  maxPageSize = Infinity,
): readonly ExampleTab[] {
  const allowed = (length: string) => Math.min(Number(length), maxPageSize);
  return [
    ...conversationTabs(names),
    ...directoryTabs,
    ...figureTabs(names),
    ...changeTabs(names),
    ...sourceTabs,
  ].map((tab) => ({
    ...tab,
    query: tab.query.replaceAll(/\bfirst: (\d+)/g, (_, length: string) => `first: ${allowed(length)}`),
  }));
}
