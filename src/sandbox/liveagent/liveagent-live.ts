import type { WorldConversation } from '../world/world.ts';
import { onlineLetters } from './liveagent-agents.ts';
import { LiveAgentFailure, idAt, type LiveAgentAnswer, type LiveAgentCall } from './liveagent-call.ts';
import { digest } from '../digest.ts';
import { escapeMarkup } from '../escape-markup.ts';

/** How many visitors only look at the pages, for each open chat. */
const lookers = 3;

function count(
  { state }: LiveAgentCall,
  channel: WorldConversation['channel'],
  status: WorldConversation['status'],
): number {
  return state.desk.conversations.filter((one) => one.channel === channel && one.status === status).length;
}

function requireCall({ state }: LiveAgentCall): void {
  if (state.account.withoutOverviews === true) throw new LiveAgentFailure(404, 'Call not found');
}

/** GET chats/overview: a list of one row. */
export function getChatsOverview(call: LiveAgentCall): LiveAgentAnswer {
  requireCall(call);
  const [chats, queue] = [count(call, 'chat', 'open'), count(call, 'chat', 'new')];
  const takers = call.state.desk.agents.filter((agent) => onlineLetters(agent).includes('T'));
  const row = {
    visitors: String(chats * lookers + chats + queue),
    chats: String(chats),
    queue: String(queue),
    agents: String(takers.length),
  };
  return { chatsOverview: [row] };
}

/** GET calls/overview: a list of one row. */
export function getCallsOverview(call: LiveAgentCall): LiveAgentAnswer {
  requireCall(call);
  const running = count(call, 'call', 'open');
  const row = { running: String(running), ringing: '0', inqueue: String(count(call, 'call', 'new')) };
  return { callsOverview: [row] };
}

function widgetsOf({ state }: LiveAgentCall): LiveAgentAnswer[] {
  return state.desk.departments.flatMap(({ id, name }, index) => {
    const kinds = index === 0 ? ['C', 'B'] : ['C'];
    return kinds.map((rtype) => {
      const contactwidgetid = digest(`widget ${rtype} ${id}`).slice(0, 8);
      const code = `<script type="text/javascript">LiveAgent.createButton('${contactwidgetid}', this);</script>`;
      return {
        contactwidgetid,
        name: rtype === 'C' ? `Chat with ${name}` : `Write to ${name}`,
        rtype,
        language: 'en-US',
        departmentid: id,
        onlinecode: '',
        // Escaped as a whole, as PHP's htmlspecialchars does.
        integration_code: escapeMarkup(code).replaceAll("'", '&#039;'),
      };
    });
  });
}

/** GET widgets; `rtype` asks for one kind. */
export function listWidgets(call: LiveAgentCall): LiveAgentAnswer {
  const kind = call.parameters.get('rtype');
  return { widgets: widgetsOf(call).filter(({ rtype }) => !kind || rtype === kind) };
}

/** GET widgets/[widgetid]. */
export function getWidget(call: LiveAgentCall): LiveAgentAnswer {
  const widget = widgetsOf(call).find(({ contactwidgetid }) => contactwidgetid === idAt(call));
  if (!widget) throw new LiveAgentFailure(500, 'Could not load widget');
  return widget;
}
