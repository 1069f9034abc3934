import { conversationTabs } from './conversation-tabs.ts';
import { directoryTabs } from './directory-tabs.ts';
import { figureTabs } from './figure-tabs.ts';
import { sourceTabs } from './source-tabs.ts';

/** An example in GraphiQL. The tab has the name of the operation. */
export interface ExampleTab {
  /** Lines of up to 48 characters are seen whole in a window of usual width. */
  readonly query: string;
  /** JSON. */
  readonly variables?: string;
}

/** Examples that run as they stand against the sandbox, in the order of the tabs. */
export const exampleTabs: readonly ExampleTab[] = [
  ...conversationTabs,
  ...directoryTabs,
  ...figureTabs,
  ...sourceTabs,
];
