import { MemoryCache } from '../../../src/cache/memory-cache.ts';
import type { CallContext } from '../../../src/contract/call-context.ts';
import type { HelpdeskSource } from '../../../src/contract/helpdesk-source.ts';
import { Secret } from '../../../src/contract/secret.ts';
import { createOpenTransport } from '../../../src/transport/open-transport.ts';
import { liveagent } from '../../../src/vendors/liveagent/liveagent-definition.ts';
import type { LiveagentSettings } from '../../../src/vendors/liveagent/liveagent-settings.ts';
import { roomyTimes } from '../../support/roomy-times.ts';

/** The key that the tests' accounts have. */
export const apiKey = 'key-of-the-test-desk';

/** Opens a source on an address, with the whole real way to it and nothing fresh for longer than a call takes. */
export function openSource(url: string, settings: Partial<LiveagentSettings> = {}): HelpdeskSource {
  const open = createOpenTransport({ cache: new MemoryCache({ maxBytes: 32_000_000 }) });
  return liveagent.create(
    {
      name: 'support',
      url,
      timeoutMs: roomyTimes.source.timeoutMs,
      maxConcurrent: 16,
      requestsPerMinute: null,
      retries: 0,
      maxResponseMb: 32,
      cacheSeconds: { list: 0 },
      apiKey: new Secret(apiKey),
      format: 'json',
      timeZone: 'America/Los_Angeles',
      ...settings,
    },
    open,
  );
}

/** What a request gives a source. */
export function callContext(parts: Partial<CallContext> = {}): CallContext {
  return {
    signal: new AbortController().signal,
    deadline: Date.now() + roomyTimes.server.requestTimeoutMs,
    bypassCache: false,
    ...parts,
  };
}
