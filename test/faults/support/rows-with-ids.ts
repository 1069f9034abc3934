import type { SourceName } from './fault-bench.ts';

type Row = Readonly<Record<string, unknown>>;

/** What a list of conversations is made into. */
export interface RowChange {
  /** The rows are the first one again and again, with these ids. */
  readonly ids: readonly string[];
  /** Without their long parts. */
  readonly lean?: boolean;
}

/** Changes a list of conversations as a vendor answers it. */
export const changeRows: Readonly<Record<SourceName, (list: string, change: RowChange) => string>> = {
  support: (list, { ids, lean = false }) => {
    const { response } = JSON.parse(list) as { response: { conversations: Row[] } };
    const [row = {}] = response.conversations;
    const kept = lean ? pick(row, ['datecreated', 'datechanged', 'status', 'channel_type']) : row;
    const conversations = ids.map((conversationid) => ({ ...kept, conversationid }));
    return JSON.stringify({ response: { ...response, conversations } });
  },
  shop: (list, { ids, lean = false }) => {
    const [row] = JSON.parse(list) as Row[];
    const short = lean ? { history: [], user_agent: '' } : {};
    return JSON.stringify(ids.map((id) => ({ ...row, ...short, id })));
  },
  tickets: (list, { ids, lean = false }) => {
    const page = JSON.parse(list) as { tickets: Row[] };
    const [row = {}] = page.tickets;
    const kept = lean ? { ...pick(row, ['status', 'subject', 'modified', 'date']), events: [] } : row;
    return JSON.stringify({ ...page, tickets: ids.map((id) => ({ ...kept, id })) });
  },
  legacy: (list, { ids, lean = false }) => {
    const row = /<Ticket TicketID="[^"]*">.*?<\/Ticket>/s.exec(list)?.[0] ?? '';
    const long =
      /<(Question|TicketLog|CustomFields|VisitorInfo|VisitorID|CustomerName|CustomerEmail|TicketTitle|Priority|Category)>.*?<\/\1>/gs;
    const short = lean ? row.replaceAll(long, '') : row;
    const rows = ids.map((id) => short.replace(/TicketID="[^"]*"/, () => `TicketID="${escaped(id)}"`));
    return list.replace(row, () => rows.join(''));
  },
};

function pick(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
