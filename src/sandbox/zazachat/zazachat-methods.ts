import type { ZazachatOffice } from './zazachat-account.ts';
import { writeChatters } from './zazachat-chatters.ts';
import { readDate } from './zazachat-dates.ts';
import { writeTickets } from './zazachat-tickets.ts';
import { writeTranscript } from './zazachat-transcript.ts';

/** A document, null for an empty one, or what is wrong with the input. */
export type MethodOutcome = { readonly document: string | null } | { readonly problem: string };

/** A method of the service and the name of its document. */
export interface ZazachatMethod {
  readonly root: string;
  run(office: ZazachatOffice, parameters: Readonly<Record<string, string>>): MethodOutcome;
}

type DayWriter = (office: ZazachatOffice, day: { from: number; to: number }) => string | null;

function byDay(root: string, write: DayWriter): ZazachatMethod {
  return {
    root,
    run(office, { sDate = '' }) {
      const day = readDate(sDate, office.desk.timeZone);
      if (!day) return { problem: 'String was not recognized as a valid DateTime.' };
      return { document: write(office, day) };
    },
  };
}

/** The three methods that the vendor names. */
export const zazachatMethods: ReadonlyMap<string, ZazachatMethod> = new Map([
  ['GetDailyChatters', byDay('Visitors', writeChatters)],
  ['GetDailyTickets', byDay('Tickets', writeTickets)],
  [
    'GetChatTranscript',
    {
      root: 'Transcript',
      run: ({ desk }, { VisitorID = '' }) => ({ document: writeTranscript(desk, VisitorID.trim()) }),
    },
  ],
]);
