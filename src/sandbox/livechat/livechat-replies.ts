import type { EmulatedReply } from '../emulator.ts';

/** A JSON answer. */
export function jsonReply(value: unknown, status = 200): EmulatedReply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

/** The HTTP 400 for wrong parameters of a list. */
export function refusedList(...problems: readonly string[]): EmulatedReply {
  return jsonReply({ errors: problems }, 400);
}

/** The HTTP 400 for a wrong new ticket: under another name, but still a list. */
export function refusedTicket(problem: string): EmulatedReply {
  return jsonReply({ error: [problem] }, 400);
}

/** The HTTP 400 for wrong agents and tags: one text. */
export function refusedChange(problem: string): EmulatedReply {
  return jsonReply({ errors: problem }, 400);
}

/** HTTP 404. */
export function notFound(what: string): EmulatedReply {
  return jsonReply({ error: `${what} not found` }, 404);
}
