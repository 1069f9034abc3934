import type { CallLedger, EmulatedRequest, RecordedCall } from './emulator.ts';

/** A ledger that can be written to. */
export interface WritableLedger extends CallLedger {
  record(call: RecordedCall): void;
}

const kept = 20_000;

/** Creates a ledger that keeps the last 20,000 calls. */
export function createCallLedger(): WritableLedger {
  let calls: RecordedCall[] = [];
  return {
    list: () => calls,
    clear() {
      calls = [];
    },
    record(call) {
      // Halved, not shifted: dropping one at a time would copy the list on every call.
      if (calls.length >= kept * 2) calls = calls.slice(-kept);
      calls.push(call);
    },
  };
}

const secretNames = new Set(['apikey', 'api_key', 'key', 'password']);

/** Path and query of a request, without its credentials. */
export function pathWithoutSecrets(request: EmulatedRequest): string {
  const shown = new URLSearchParams(
    [...request.query].filter(([name]) => !secretNames.has(name.toLowerCase())),
  );
  return shown.size > 0 ? `${request.path}?${shown.toString()}` : request.path;
}
