import type { EmulatedReply } from '../emulator.ts';
import type { Desk, WorldTag } from '../world/world.ts';
import type { LivechatCall } from './livechat-account.ts';
import { textAt } from './livechat-body.ts';
import { jsonReply, notFound, refusedChange } from './livechat-replies.ts';

function toTag(desk: Desk, { id, name }: WorldTag): Record<string, unknown> {
  const author = desk.agents.find(({ role }) => role === 'owner') ?? desk.agents[0];
  const used = desk.conversations.filter(({ tagIds }) => tagIds.includes(id));
  const first = Math.min(...used.map(({ createdAt }) => createdAt), 1_402_989_014_000);
  return {
    name,
    author: author?.email ?? '',
    creation_date: Math.floor(first / 1000),
    count: { inChats: 0, inTickets: used.length },
    group: Number(desk.departments[0]?.id ?? 0),
  };
}

/** The tag with a name; where there is none a new one is made, and one that was deleted comes back. */
export function findTagOrAdd({ tags }: Desk, name: string): WorldTag {
  const found = tags.find((tag) => tag.name === name);
  if (found) {
    found.archived = false;
    return found;
  }
  const tag = { id: `new-${tags.length}`, name, color: '', backgroundColor: '', archived: false };
  tags.push(tag);
  return tag;
}

/** `GET /tags`: a bare list. */
export function listTags({ office: { desk }, query }: LivechatCall): EmulatedReply {
  const group = query.get('group');
  const tags = desk.tags.filter(({ archived }) => !archived).map((tag) => toTag(desk, tag));
  return jsonReply(group === null ? tags : tags.filter((tag) => String(tag['group']) === group));
}

/** `POST /tags`. */
export function createTag({ office: { desk }, body }: LivechatCall): EmulatedReply {
  const missing = ['author', 'tag', 'group'].find((name) => textAt(body, name) === '');
  if (missing !== undefined) return refusedChange(`${missing} is required`);
  const name = textAt(body, 'tag');
  if (desk.tags.some((tag) => tag.name === name && !tag.archived)) {
    return refusedChange('tag already exists');
  }
  return jsonReply(toTag(desk, findTagOrAdd(desk, name)));
}

/** `DELETE /tags/{tag}`: tickets keep the tag, but nobody can add it any more. */
export function deleteTag({ office: { desk }, body, query, segments }: LivechatCall): EmulatedReply {
  const tag = desk.tags.find(({ name, archived }) => name === segments[0] && !archived);
  if (!tag) return notFound('Tag');
  if (textAt(body, 'group') === '' && !query.has('group')) return refusedChange('group is required');
  tag.archived = true;
  return jsonReply({ ok: true });
}
