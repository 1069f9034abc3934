import { afterEach, beforeEach } from 'vitest';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import type { LiveagentSettings } from '../../../src/vendors/liveagent/liveagent-settings.ts';
import { openSource } from './open-source.ts';
import { openDesk, refusal, type TestDesk } from './test-desk.ts';

/** A desk, and a source that reads from it. */
export interface OpenedDesk {
  readonly desk: TestDesk;
  readonly source: HelpdeskSource;
}

/** What a desk answers at first, which is that it knows nothing, and settings of the source. */
export interface DeskOptions extends Partial<LiveagentSettings> {
  readonly answer?: TestDesk['answer'];
}

/** Opens a desk and a source before each test of the file or group, and closes them after it. */
export function deskForEachTest(
  onOpened: (opened: OpenedDesk) => void,
  { answer = () => refusal(404, 'Not found'), ...settings }: DeskOptions = {},
): void {
  let opened: OpenedDesk;
  beforeEach(async () => {
    const desk = await openDesk(answer);
    opened = { desk, source: openSource(desk.url, settings) };
    onOpened(opened);
  });
  afterEach(async () => {
    await opened.source.close();
    await opened.desk.close();
  });
}
