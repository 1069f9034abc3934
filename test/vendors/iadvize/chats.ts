/** A line of a chat as the wire has it. */
export interface WireLine {
  readonly from: string;
  readonly time: string;
  readonly msg: string;
}

/** A chat as the wire has it, with the fields given. */
export function wireChat(fields: Record<string, unknown> = {}) {
  return {
    id: '730184',
    duration: '07:45',
    datetime: '10.03.2026 14:05',
    opid: '412',
    opname: 'Nadia Brunel',
    group: 'Avant-vente',
    vuid: '9f31c0aa72be4d18',
    user_agent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/135.0',
    extid: 'CRM-88',
    history: [
      line('NAVIGATION', '14:05', 'https://boutique.example/velos?taille=m&lt;x'),
      line('visitor', '14:06', ' Ce vélo existe en rouge ? '),
      line('operator', '14:08', 'Oui, dès lundi.'),
      line('alert', '14:12', 'VISITOR_CHAT_CLOSE'),
    ] as unknown,
    ...fields,
  };
}

/** A line of a chat. */
export function line(from: string, time: string, msg = 'texte'): WireLine {
  return { from, time, msg };
}
