import type { Desk, WorldAgent, WorldDepartment } from '../world/world.ts';
import { onlineLetters, presetLetters } from './liveagent-agents.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, idAt } from './liveagent-call.ts';

function staffOf(desk: Desk, department: WorldDepartment): WorldAgent[] {
  return desk.agents.filter((agent) => agent.departmentIds.includes(department.id));
}

/** Every letter that somebody in the department shows. */
function union(staff: readonly WorldAgent[], letters: (agent: WorldAgent) => string): string {
  const all = new Set(staff.flatMap((agent) => Array.from(letters(agent))));
  if (all.size > 1) all.delete('F');
  return [...all].join('');
}

function departmentRow(desk: Desk, department: WorldDepartment): LiveAgentAnswer {
  const staff = staffOf(desk, department);
  return {
    departmentid: department.id,
    name: department.name,
    description: department.description,
    onlinestatus: union(staff, onlineLetters),
    presetstatus: union(staff, presetLetters),
    deleted: 'N',
  };
}

function requireDepartment(call: LiveAgentCall): WorldDepartment {
  const department = call.state.desk.departments.find(({ id }) => id === idAt(call));
  if (!department) throw new LiveAgentFailure(500, 'Could not load department');
  return department;
}

/** GET departments. */
export function listDepartments({ state }: LiveAgentCall): LiveAgentAnswer {
  return { departments: state.desk.departments.map((department) => departmentRow(state.desk, department)) };
}

/** GET departments/[departmentid]. */
export function getDepartment(call: LiveAgentCall): LiveAgentAnswer {
  return departmentRow(call.state.desk, requireDepartment(call));
}

/** GET departments/[departmentid]/agents. */
export function listDepartmentAgents(call: LiveAgentCall): LiveAgentAnswer {
  return {
    agents: staffOf(call.state.desk, requireDepartment(call)).map((agent) => ({
      userid: agent.id,
      firstname: agent.firstName,
      lastname: agent.lastName,
      email: agent.email,
      onlinestatus: onlineLetters(agent),
      presetstatus: presetLetters(agent),
    })),
  };
}

/** GET onlinestatus/departments. */
export function listDepartmentStates({ state }: LiveAgentCall): LiveAgentAnswer {
  const { desk, account } = state;
  if (account.withoutOverviews === true) throw new LiveAgentFailure(404, 'Call not found');
  return {
    departmentsOnlineStates: desk.departments.map((department) => {
      const staff = staffOf(desk, department);
      const here = desk.conversations.filter(({ departmentId }) => departmentId === department.id);
      const count = (status: string): string => String(here.filter((one) => one.status === status).length);
      const open = here.filter(({ status }) => status === 'new' || status === 'open');
      return {
        id: department.id,
        name: department.name,
        onlineStatus: union(staff, onlineLetters),
        presetStatus: union(staff, presetLetters),
        chat_count: String(open.filter(({ channel }) => channel === 'chat').length),
        new_count: count('new'),
        customer_reply_count: count('open'),
        total_count: String(open.length),
        max_count: String(staff.reduce((sum, agent) => sum + agent.maxChats, 0)),
      };
    }),
  };
}
