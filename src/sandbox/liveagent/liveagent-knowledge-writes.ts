import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { done, idAt, LiveAgentFailure, mandatory, optional } from './liveagent-call.ts';
import { writeDateTime } from './liveagent-dates.ts';
import type { KnowledgeEntry } from './liveagent-knowledge-base.ts';
import { makeEntry } from './liveagent-knowledge-base.ts';
import { requireEntry } from './liveagent-knowledge-reads.ts';
import { findAgent, findCustomer } from './liveagent-people.ts';

function nextId(call: LiveAgentCall): string {
  return String(Math.max(...call.state.knowledge.entries.map(({ id }) => Number(id)), 0) + 1);
}

/** POST knowledgebase/categories: a category, a forum or a suggestion category. */
export function addCategory(call: LiveAgentCall): LiveAgentAnswer {
  const title = mandatory(call, 'title');
  const type = optional(call, 'rtype') ?? 'C';
  if (type !== 'C' && type !== 'G' && type !== 'Q') throw new LiveAgentFailure(500, 'Invalid rtype');
  const parentId = optional(call, 'parent_entry_id') ?? '0';
  const parent = parentId === '0' ? undefined : requireEntry(call, parentId);
  const now = call.state.now();
  const entry = makeEntry({
    id: nextId(call),
    baseId: optional(call, 'kb_id') ?? 'kb_defa',
    title,
    type,
    parentId: parent?.id ?? '',
    path: parent ? [...parent.path, parent.id] : ['0'],
    access: optional(call, 'access') === 'I' ? 'I' : 'P',
    order: Number(optional(call, 'rorder') ?? 0),
    keywords: optional(call, 'keywords') ?? '',
    departmentId: optional(call, 'departmentid') ?? 'default',
    description: optional(call, 'description') ?? '',
    views: 0,
    createdAt: now,
    changedAt: now,
  });
  call.state.knowledge.entries.push(entry);
  return categoryInfo(call, entry);
}

function categoryInfo(call: LiveAgentCall, entry: KnowledgeEntry): LiveAgentAnswer {
  const zone = call.state.desk.timeZone;
  return {
    kb_id: entry.baseId,
    kb_entry_id: entry.id,
    parent_entry_id: entry.parentId === '' ? '0' : entry.parentId,
    urlcode: entry.urlCode,
    title: entry.title,
    treepath: entry.path.join('|'),
    rtype: entry.type,
    rstatus: entry.status,
    access: entry.access,
    access_inherited: entry.access,
    rorder: String(entry.order),
    keywords: entry.keywords,
    datecreated: writeDateTime(entry.createdAt, zone),
    datechanged: writeDateTime(entry.changedAt, zone),
    departmentid: entry.departmentId,
    views: String(entry.views),
    description: entry.description,
  };
}

/** DELETE knowledgebase/entries/[entry_id], with all below it. */
export function deleteEntry(call: LiveAgentCall): LiveAgentAnswer {
  const { entries } = call.state.knowledge;
  const { id } = requireEntry(call, idAt(call));
  const kept = entries.filter((entry) => entry.id !== id && !entry.path.includes(id));
  entries.splice(0, entries.length, ...kept);
  return done;
}

/** POST suggestions: the category by id or URL code. */
export function addSuggestion(call: LiveAgentCall): LiveAgentAnswer {
  const user = mandatory(call, 'useridentifier');
  const wanted = mandatory(call, 'category');
  const title = mandatory(call, 'subject');
  const content = mandatory(call, 'message');
  const { state } = call;
  if (!findCustomer(state, user) && !findAgent(state, user))
    throw new LiveAgentFailure(404, 'User not found');
  const category = state.knowledge.entries.find(
    ({ id, urlCode, type }) => type === 'G' && (id === wanted || urlCode === wanted),
  );
  if (!category) throw new LiveAgentFailure(500, 'Could not load category');
  const createdAt = state.now();
  const entry = makeEntry({
    id: nextId(call),
    type: 'S',
    status: 'N',
    title,
    content,
    createdAt,
    changedAt: createdAt,
    baseId: category.baseId,
    parentId: category.id,
    path: [...category.path, category.id],
  });
  state.knowledge.entries.push(entry);
  const url = `https://support.example.com/${entry.urlCode}-${title.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
  return { ...done, id: entry.id, url };
}
