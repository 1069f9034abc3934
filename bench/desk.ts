/** A made-up LiveAgent account whose every answer is written before the first call comes. */
export interface Desk {
  /** Newest first. */
  readonly rows: readonly DeskRow[];
  /** Bodies by path below `/api`. */
  readonly bodies: ReadonlyMap<string, Buffer>;
}

/** A row of the list of conversations. */
export interface DeskRow {
  /** When it was created, as the account writes dates: texts compare as the moments do. */
  readonly createdAt: string;
  readonly json: string;
}

const agentCount = 8;
const tagCount = 12;
const messageCount = 4;
const minute = 60_000;

const words =
  'order parcel refund invoice button page login late thanks please check again soon number'.split(' ');

/** Makes an account of so many conversations, one every ten minutes up to an hour ago, by the clock of UTC. */
export function createDesk(conversationCount: number, now: number): Desk {
  const bodies = new Map<string, Buffer>();
  const agents = Array.from({ length: agentCount }, (_, index) => agentRow(index));
  const tags = Array.from({ length: tagCount }, (_, index) => tagRow(index));
  bodies.set('tags', enveloped({ tags }));
  bodies.set('onlinestatus/agents', enveloped({ agentsOnlineStates: agents }));
  for (const { id, contactid, username, firstname, lastname } of agents) {
    const alone = { userid: id, contactid, email: username, firstname, lastname, role: 'A' };
    for (const name of [id, username]) bodies.set(`agents/${name}`, enveloped(alone));
  }
  const rows = Array.from({ length: conversationCount }, (_, index) => {
    const createdAt = now - (60 + index * 10) * minute;
    const row = conversationRow(index, createdAt);
    const tagIds = [index % tagCount, (index * 5 + 1) % tagCount];
    const path = `conversations/${row.conversationid}`;
    const own = { tags: tagIds.map((tag) => tagRow(tag).id).join(',') };
    bodies.set(path, enveloped({ ...row, ...own, ...details(index) }));
    bodies.set(`${path}/tags`, enveloped({ tags: tagIds.map(tagRow) }));
    bodies.set(`${path}/messages`, enveloped({ groups: messageGroups(index, createdAt) }));
    return { createdAt: row.datecreated, json: JSON.stringify({ ...row, ...own, cursor: String(index) }) };
  });
  return { rows, bodies };
}

/** The body of GET conversations. */
export function listBody({ rows }: Desk, query: URLSearchParams): Buffer {
  const from = query.get('datefrom') ?? '';
  const to = query.get('dateto') ?? '9';
  const limit = Number(query.get('limit') ?? 100);
  const found = rows.filter(({ createdAt }) => createdAt >= from && createdAt <= to).slice(0, limit);
  return Buffer.from(`{"response":{"conversations":[${found.map(({ json }) => json).join(',')}]}}`);
}

function enveloped(response: object): Buffer {
  return Buffer.from(JSON.stringify({ response }));
}

function agentRow(index: number) {
  return {
    id: `agent00${index}`,
    contactid: `contac0${index}`,
    username: `agent${index}@desk.example`,
    firstname: ['Ada', 'Bo', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gus', 'Hana'][index] ?? 'Ida',
    lastname: `Example ${index}`,
    avatar_url: '',
    presetStatus: 'MRT',
    onlineStatus: index % 3 === 0 ? 'F' : 'MRT',
  };
}

function tagRow(index: number) {
  return {
    id: `tg${String(index).padStart(2, '0')}`,
    name: `Tag ${index}`,
    color: '000000',
    bg_color: 'ffffff',
    is_archived: 'N',
  };
}

function conversationRow(index: number, createdAt: number) {
  return {
    conversationid: `c${index.toString(36).padStart(7, '0')}`,
    code: `ABC-${index.toString(36).toUpperCase().padStart(5, '0')}-123`,
    datecreated: written(createdAt),
    // Now and then a longer wait, so that creation and change give two different orders.
    datechanged: written(createdAt + (index % 7 === 0 ? 55 : 3) * minute),
    datedue: null,
    departmentid: 'default',
    departmentname: 'General',
    status: 'A',
    ownername: `Customer ${index}`,
    owneremail: `customer${index}@mail.example`,
    subject: sentence(index, 6),
    preview: sentence(index + 3, 14),
    publicurlcode: index.toString(36).padStart(16, '0'),
    channel_type: 'E',
    messagegroupsin: '2',
    messagegroupsout: '2',
  };
}

function details(index: number) {
  return {
    ownernote: null,
    assignedto: agentRow(index % agentCount).id,
    customfields: [
      { code: 'order', value: String(100_000 + index) },
      { code: 'plan', value: index % 2 === 0 ? 'basic' : 'plus' },
    ],
  };
}

function messageGroups(index: number, createdAt: number) {
  return Array.from({ length: messageCount }, (_, place) => {
    const userid = agentRow((index + place) % agentCount).id;
    const datecreated = written(createdAt + place * 1000);
    const message = { messageid: `m${index.toString(36)}${place}`, userid, rtype: 'M', datecreated };
    return {
      userid,
      rtype: '4',
      datecreated,
      datefinished: datecreated,
      messages: [{ ...message, message: sentence(index + place, 24) }],
    };
  });
}

function sentence(seed: number, length: number): string {
  return Array.from({ length }, (_, place) => words[(seed * 7 + place * 3) % words.length]).join(' ');
}

function written(moment: number): string {
  return new Date(moment).toISOString().slice(0, 19).replace('T', ' ');
}
