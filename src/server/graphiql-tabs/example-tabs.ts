import { conversationTabs } from './conversation-tabs.ts';
import { directoryTabs } from './directory-tabs.ts';
import { figureTabs } from './figure-tabs.ts';
import { sandboxNames, type NamedSources } from './named-sources.ts';
import { changeTabs, sourceTabs } from './source-tabs.ts';

/** An example in GraphiQL. The tab has the name of the operation. */
export interface ExampleTab {
  /** Lines of up to 48 characters are seen whole in a window of usual width. */
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
}

/** Examples that run as they stand, in the order of the tabs. Without names those of the sandbox. */
export function exampleTabs(names: NamedSources = sandboxNames): readonly ExampleTab[] {
  return [
    ...conversationTabs(names),
    ...directoryTabs,
    ...figureTabs(names),
    ...changeTabs(names),
    ...sourceTabs,
  ];
}
