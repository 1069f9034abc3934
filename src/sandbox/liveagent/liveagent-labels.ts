import type { WorldGroup, WorldTag } from '../world/world.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { LiveAgentFailure, done, idAt, mandatory, optional } from './liveagent-call.ts';

/** Tags and customer groups are the same kind of thing: a name with two colours. */
type Label = WorldGroup | WorldTag;

function requireLabel<Kind extends Label>(call: LiveAgentCall, labels: readonly Kind[], what: string): Kind {
  const label = labels.find(({ id }) => id === idAt(call));
  if (!label) throw new LiveAgentFailure(500, `Could not load ${what}`);
  return label;
}

function paint(call: LiveAgentCall, label: Label): void {
  label.name = optional(call, 'name') ?? label.name;
  label.color = optional(call, 'color') ?? label.color;
  label.backgroundColor = optional(call, 'bg_color') ?? label.backgroundColor;
}

function makeLabel(call: LiveAgentCall): WorldGroup {
  return {
    id: call.state.newId(4),
    name: mandatory(call, 'name'),
    color: optional(call, 'color') ?? '000000',
    backgroundColor: optional(call, 'bg_color') ?? 'FFFFFF',
  };
}

function removeLabel(labels: Label[], label: Label): void {
  labels.splice(labels.indexOf(label), 1);
}

/** The answer to a new label: here, and only here, the status code is text. */
function created(label: Label): LiveAgentAnswer {
  const { id, name, color, backgroundColor } = label;
  return { status: 'OK', statuscode: '0', id, name, color, bg_color: backgroundColor };
}

/** GET tags. */
export function listTags({ state }: LiveAgentCall): LiveAgentAnswer {
  return { tags: state.desk.tags.map(({ id, name }) => ({ id, name })) };
}

/** GET tags/[tagid]. */
export function getTag(call: LiveAgentCall): LiveAgentAnswer {
  const { id, name, archived, color, backgroundColor } = requireLabel(call, call.state.desk.tags, 'tag');
  return { id, name, is_archived: archived ? 'Y' : null, color, bg_color: backgroundColor };
}

/** POST tags. */
export function addTag(call: LiveAgentCall): LiveAgentAnswer {
  const tag = { ...makeLabel(call), archived: false };
  call.state.desk.tags.push(tag);
  return created(tag);
}

/** PUT tags/[tagid]. */
export function changeTag(call: LiveAgentCall): LiveAgentAnswer {
  paint(call, requireLabel(call, call.state.desk.tags, 'tag'));
  return done;
}

/** DELETE tags/[tagid]; conversations lose it. */
export function deleteTag(call: LiveAgentCall): LiveAgentAnswer {
  const { desk } = call.state;
  const tag = requireLabel(call, desk.tags, 'tag');
  removeLabel(desk.tags, tag);
  for (const conversation of desk.conversations) {
    conversation.tagIds = conversation.tagIds.filter((id) => id !== tag.id);
  }
  return done;
}

/** GET customersgroups. */
export function listCustomerGroups({ state }: LiveAgentCall): LiveAgentAnswer {
  return { groups: state.desk.customerGroups.map(({ id, name }) => ({ id, name })) };
}

/** GET customersgroups/[groupid]. */
export function getCustomerGroup(call: LiveAgentCall): LiveAgentAnswer {
  const { id, name, color, backgroundColor } = requireLabel(call, call.state.desk.customerGroups, 'group');
  return { id, name, color, bg_color: backgroundColor };
}

/** POST customersgroups. */
export function addCustomerGroup(call: LiveAgentCall): LiveAgentAnswer {
  const group = makeLabel(call);
  call.state.desk.customerGroups.push(group);
  return created(group);
}

/** PUT customersgroups/[groupid]. */
export function changeCustomerGroup(call: LiveAgentCall): LiveAgentAnswer {
  paint(call, requireLabel(call, call.state.desk.customerGroups, 'group'));
  return done;
}

/** DELETE customersgroups/[groupid]; customers leave it. */
export function deleteCustomerGroup(call: LiveAgentCall): LiveAgentAnswer {
  const { desk } = call.state;
  const group = requireLabel(call, desk.customerGroups, 'group');
  removeLabel(desk.customerGroups, group);
  for (const { groupIds } of desk.customers) {
    const at = groupIds.indexOf(group.id);
    if (at !== -1) groupIds.splice(at, 1);
  }
  return done;
}
