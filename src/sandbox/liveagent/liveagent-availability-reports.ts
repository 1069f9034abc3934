import type { WorldAgent, WorldDepartment } from '../world/world.ts';
import { instantOf, wallClock } from '../zone-time.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { cutByLimits, optional } from './liveagent-call.ts';
import { writeDate, writeDateTime, writeLength } from './liveagent-dates.ts';
import { contactIdOf } from './liveagent-people.ts';
import { selectColumns } from './liveagent-report-columns.ts';
import type { Period } from './liveagent-report-period.ts';
import { optionalPeriod, within } from './liveagent-report-period.ts';

const day = 86_400_000;

/** One agent's hours in one department. */
interface Shift {
  readonly agent: WorldAgent;
  readonly department: WorldDepartment;
  readonly from: number;
  readonly to: number;
}

/** Nine to five on working days, by the account's clock. */
function workingDays(period: Period, timeZone: string): Period[] {
  const found: Period[] = [];
  for (let at = period.from - day; at <= period.to + day; at += day) {
    const wall = wallClock(at, timeZone);
    const weekday = new Date(Date.UTC(wall.year, wall.month - 1, wall.day)).getUTCDay();
    const date = { year: wall.year, month: wall.month, day: wall.day };
    const from = instantOf({ ...date, hour: 9 }, timeZone);
    const known = found.at(-1)?.from === from;
    if (weekday % 6 !== 0 && !known && within(period, from)) {
      found.push({ from, to: instantOf({ ...date, hour: 17 }, timeZone) });
    }
  }
  return found;
}

function shifts(call: LiveAgentCall): Shift[] {
  const { desk } = call.state;
  const departmentId = optional(call, 'departmentid');
  const agentId = optional(call, 'agentid');
  const now = call.state.now();
  return workingDays(optionalPeriod(call, 30), desk.timeZone)
    .filter(({ from }) => from <= now)
    .flatMap(({ from, to }) =>
      desk.agents
        .filter(({ id }) => agentId === undefined || id === agentId)
        .flatMap((agent) =>
          desk.departments
            .filter(({ id }) => agent.departmentIds.includes(id) && (departmentId ?? id) === id)
            .map((department) => ({ agent, department, from, to })),
        ),
    );
}

/** GET reports/{tickets,chats,calls}/agentsavailability; a shift that is not over ends at the word `now`. */
export function reportAgentsAvailability(call: LiveAgentCall): LiveAgentAnswer {
  const { timeZone } = call.state.desk;
  const now = call.state.now();
  const rows = shifts(call).map(({ agent, department, from, to }, index) => ({
    id: String(363_000 + index),
    userid: agent.id,
    firstname: agent.firstName,
    lastname: agent.lastName,
    contactid: contactIdOf(agent),
    departmentid: department.id,
    department_name: department.name,
    hours_online: writeLength(Math.min(to, now) - from),
    from_date: writeDateTime(from, timeZone),
    to_date: to > now ? 'now' : writeDateTime(to, timeZone),
  }));
  return { agentsavailability: selectColumns(call, cutByLimits(call, rows), []) };
}

/** GET reports/{chats,calls}/availability: for how many minutes of each day somebody was there. */
export function reportAvailability(call: LiveAgentCall): LiveAgentAnswer {
  const { timeZone } = call.state.desk;
  const rows = workingDays(optionalPeriod(call, 30), timeZone).map(({ from }) => ({
    date: writeDate(from, timeZone),
    mins: '480',
    pct: '33.33',
  }));
  return { availability: cutByLimits(call, rows) };
}
