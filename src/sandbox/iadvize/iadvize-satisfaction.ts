import { isWithin } from '../account-time.ts';
import type { Span } from '../account-time.ts';
import type { EmulatedReply } from '../emulator.ts';
import type { Desk, WorldConversation } from '../world/world.ts';
import type { IadvizeCall } from './iadvize-account.ts';
import { operatorName, operatorOf } from './iadvize-chat.ts';
import { bare, quoted, writeCsv } from './iadvize-csv.ts';
import { readRange, writeDateTime } from './iadvize-dates.ts';
import { jsonReply, refusalReply, textReply } from './iadvize-replies.ts';

const columns = [
  'id',
  'operator',
  'chat_id',
  'note_accueil',
  'note_delai',
  'note_resolution',
  'comment',
  'date',
] as const;

type Survey = Readonly<Record<(typeof columns)[number], number | string>>;

/** A number for the survey itself: the world has none, so it is derived from the chat's. */
function surveyId(chatId: string): string {
  const digits = chatId.replaceAll(/\D/g, '');
  return String(150_000 + (Number(digits.slice(-9)) % 9_000_000));
}

function toSurvey(desk: Desk, conversation: WorldConversation, range: Span): Survey | null {
  const { rating } = conversation;
  if (!rating || !isWithin(rating.at, range)) return null;
  return {
    id: surveyId(conversation.id),
    operator: operatorName(operatorOf(desk, conversation)),
    chat_id: conversation.id,
    note_accueil: rating.welcome,
    note_delai: rating.delay,
    note_resolution: rating.resolution,
    comment: rating.comment,
    date: writeDateTime(rating.at, desk.timeZone),
  };
}

function isBare(column: string): boolean {
  return column.endsWith('id') || column.startsWith('note_');
}

/** `satisfaction/getSatisfaction`: surveys filled in, newest first; without dates today's only. */
export function getSatisfaction(call: IadvizeCall): EmulatedReply {
  const { desk, query, quirks } = call;
  const range = readRange(call, 'today');
  if ('problem' in range) return refusalReply(range.problem, quirks);
  const operatorId = query.get('opid');
  const surveys = desk.conversations
    .filter(({ assigneeId }) => operatorId === null || assigneeId === operatorId)
    .toSorted((one, other) => (other.rating?.at ?? 0) - (one.rating?.at ?? 0))
    .flatMap((conversation) => toSurvey(desk, conversation, range) ?? [])
    .filter(({ operator }) => !query.has('opname') || operator === query.get('opname'));
  if (query.get('out') !== 'csv') return jsonReply(surveys);
  const rows = surveys.map((survey) =>
    columns.map((column) => (isBare(column) ? bare : quoted)(String(survey[column]))),
  );
  return textReply('text/csv', writeCsv(columns, rows, quirks), quirks);
}
