import { isWithin } from '../account-time.ts';
import type { Span } from '../account-time.ts';
import type { Desk, WorldAgent, WorldConversation } from '../world/world.ts';
import { durationOf, operatorName } from './iadvize-chat.ts';

/** An operator's figures as the JSON answer shows them: some are numbers, some are numbers in text. */
export interface OperatorFigures {
  readonly operator: string;
  readonly id: string;
  /** Hours. */
  readonly presence: number;
  readonly chatcount: string;
  readonly rate: string;
  /** Average in minutes. */
  readonly duration: string;
  readonly conv_rate: string;
  /** An amount and the number of purchases; the document describes them the other way round. */
  readonly turnover: string;
  readonly sales_count: string;
  readonly problem: string;
  /** Averages from 1 to 3; 0 = no survey. */
  readonly note_accueil: number;
  readonly note_delai: number;
  readonly note_resolution: number;
  readonly note_globale: number;
}

/** A fraction as the vendor's database writes it: small ones with an exponent of two digits. */
export function writeRate(rate: number): string {
  if (rate === 0) return '0';
  if (rate >= 1e-4) return String(Number(rate.toPrecision(13)));
  const [digits = '', exponent = ''] = rate.toExponential(14).split('e-');
  return `${digits.replace(/\.?0+$/, '')}e-${exponent.padStart(2, '0')}`;
}

function average(values: readonly number[]): number {
  if (values.length === 0) return 0;
  return Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(2));
}

function ratingsOf(conversations: readonly WorldConversation[], range: Span) {
  const ratings = conversations.flatMap(({ rating }) => (rating && isWithin(rating.at, range) ? rating : []));
  const note_accueil = average(ratings.map(({ welcome }) => welcome));
  const note_delai = average(ratings.map(({ delay }) => delay));
  const note_resolution = average(ratings.map(({ resolution }) => resolution));
  const note_globale = ratings.length > 0 ? average([note_accueil, note_delai, note_resolution]) : 0;
  return { note_accueil, note_delai, note_resolution, note_globale };
}

/** What one operator did in a range. */
export function toFigures(desk: Desk, agent: WorldAgent, range: Span): OperatorFigures {
  const own = desk.conversations.filter(({ assigneeId }) => assigneeId === agent.id);
  const chats = own.filter(({ createdAt }) => isWithin(createdAt, range));
  const sales = own.flatMap(({ transactions }) => transactions.filter(({ at }) => isWithin(at, range)));
  const all = desk.conversations.filter(({ createdAt }) => isWithin(createdAt, range)).length;
  const minutes = chats.reduce((sum, chat) => sum + durationOf(chat), 0) / 60_000;
  const cents = sales.reduce((sum, { amountCents }) => sum + amountCents, 0);
  return {
    operator: operatorName(agent),
    id: agent.id,
    presence: new Set(chats.map(({ createdAt }) => Math.floor(createdAt / 3_600_000))).size,
    chatcount: String(chats.length),
    // The share of all visits that became this operator's chats, at 241 visits a chat.
    rate: writeRate(chats.length / Math.max(1, all * 241)),
    duration: (minutes / Math.max(1, chats.length)).toFixed(8),
    conv_rate: (sales.length / Math.max(1, chats.length)).toFixed(4),
    turnover: (cents / 100).toFixed(2),
    sales_count: String(sales.length),
    problem: '0',
    ...ratingsOf(own, range),
  };
}
