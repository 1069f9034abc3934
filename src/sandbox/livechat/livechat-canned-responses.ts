import type { EmulatedReply } from '../emulator.ts';
import type { LivechatCall, LivechatOffice } from './livechat-account.ts';
import { jsonReply, notFound } from './livechat-replies.ts';

const texts = [
  { text: 'Is there anything else you would like to know?', tags: ['more', 'else'] },
  { text: 'Could you tell me the number of your order, please?', tags: ['order'] },
];

function allResponses({ desk }: LivechatOffice): Record<string, unknown>[] {
  const author = desk.agents[0]?.email ?? '';
  return [{ id: '0' }, ...desk.departments].flatMap(({ id: group }, place) =>
    texts.map(({ text, tags }, index) => ({
      id: 3100 + place * 10 + index,
      group: Number(group),
      text,
      creation_date: 1_358_257_181 + place,
      created_by: author,
      ...(index > 0 ? { modification_date: 1_358_864_338 + place, modified_by: author } : {}),
      tags,
    })),
  );
}

/** `GET /canned_responses`: a bare list for one group, the general one unless given. */
export function listCannedResponses({ office, query }: LivechatCall): EmulatedReply {
  const group = query.get('group') ?? '0';
  return jsonReply(allResponses(office).filter((response) => String(response['group']) === group));
}

/** `GET /canned_responses/{id}`. */
export function getCannedResponse({ office, segments }: LivechatCall): EmulatedReply {
  const response = allResponses(office).find(({ id }) => String(id) === segments[0]);
  return response ? jsonReply(response) : notFound('Canned response');
}
