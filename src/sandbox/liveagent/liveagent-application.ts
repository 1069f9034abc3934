import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { writeDateTime } from './liveagent-dates.ts';

/** GET application/status: the server's clock, in the account's zone. */
export function getStatus({ state }: LiveAgentCall): LiveAgentAnswer {
  return {
    liveagentversion: '5.51.4.12',
    current_server_time: writeDateTime(state.now(), state.desk.timeZone),
  };
}
