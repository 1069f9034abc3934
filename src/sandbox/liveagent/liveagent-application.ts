import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, idAt } from './liveagent-call.ts';
import { writeDateTime } from './liveagent-dates.ts';

/** GET application/status: the server's clock, in the account's zone. */
export function getStatus({ state }: LiveAgentCall): LiveAgentAnswer {
  return {
    liveagentversion: '5.51.4.12',
    current_server_time: writeDateTime(state.now(), state.desk.timeZone),
  };
}

/** GET chats/overview. */
export function getChatsOverview({ state }: LiveAgentCall): LiveAgentAnswer {
  const chatting = state.desk.conversations.filter(
    ({ channel, status }) => channel === 'chat' && status === 'open',
  );
  return {
    chatsOverview: [{ visitors: '17', running: String(chatting.length), ringing: '0', inqueue: '1' }],
  };
}

/** GET calls/overview. */
export function getCallsOverview(): LiveAgentAnswer {
  return { callsOverview: [{ running: '1', ringing: '0', inqueue: '2' }] };
}

const widgets = [
  { id: 'k8d2m1qa', name: 'Contact button', rtype: 'B', status: 'A' },
  { id: 'p03sz7tt', name: 'Contact form', rtype: 'F', status: 'A' },
];

/** GET widgets. */
export function listWidgets(): LiveAgentAnswer {
  return { widgets };
}

/** GET widgets/[widgetid]. */
export function getWidget(call: LiveAgentCall): LiveAgentAnswer {
  const widget = widgets.find(({ id }) => id === idAt(call));
  if (!widget) throw new LiveAgentFailure(500, 'Could not load widget');
  return widget;
}
