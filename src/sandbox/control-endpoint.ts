import type { CallLedger, EmulatedReply, EmulatedRequest, FaultControl } from './emulator.ts';
import { parseFaults } from './fault-control.ts';

const prefix = '/__control/';

/** Whether a path belongs to the control endpoint, and not to the emulated vendor. */
export function isControlPath(path: string): boolean {
  return path.startsWith(prefix);
}

function json(status: number, value: unknown): EmulatedReply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

/**
 * Answers a control call: `POST` and `DELETE /__control/faults`, `GET` and `DELETE /__control/calls`.
 * A fault that cannot be understood is a 400 with the reason.
 */
export function handleControl(
  request: EmulatedRequest,
  faults: FaultControl,
  calls: CallLedger,
): EmulatedReply {
  switch (`${request.method} ${request.path.slice(prefix.length)}`) {
    case 'POST faults':
      try {
        faults.set(...parseFaults(request.body));
        return json(200, { ok: true });
      } catch (error) {
        return json(400, { error: error instanceof Error ? error.message : String(error) });
      }
    case 'DELETE faults':
      faults.clear();
      return json(200, { ok: true });
    case 'GET calls':
      return json(200, { calls: calls.list() });
    case 'DELETE calls':
      calls.clear();
      return json(200, { ok: true });
    default:
      return json(404, { error: 'no such control' });
  }
}
