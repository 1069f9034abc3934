import type { SatisfactionRating, Transaction } from '../../contract/conversation-aftermath.ts';
import type { Entity } from '../../contract/entity.ts';
import { toOptionalId } from './iadvize-mapping-id.ts';
import { isDay } from '../../vendor-kit/time-zone.ts';
import { toLocalTime, type LocalClock } from './iadvize-mapping-time.ts';
import { toDecimal } from './iadvize-mapping-amount.ts';
import type { IadvizeUnreadRow } from './iadvize-unread-rows.ts';
import type { WirePurchase, WireSurvey } from './iadvize-wire.ts';

/** An answered survey; null when its id or time cannot be read, without which it has no place in any list. */
export function toSatisfactionRating(survey: WireSurvey, clock: LocalClock): SatisfactionRating | null {
  const common = toCommon(survey, clock);
  return (
    common && {
      ...common,
      welcome: toNote(survey.note_accueil),
      delay: toNote(survey.note_delai),
      resolution: toNote(survey.note_resolution),
      comment: survey.comment,
    }
  );
}

/** A purchase; null when its id, time or amount cannot be read. `currency` is not in the record. */
export function toTransaction(
  purchase: WirePurchase,
  clock: LocalClock,
  currency: string | null,
): Transaction | null {
  const common = toCommon(purchase, clock);
  const amount = toDecimal(purchase.amount);
  if (!common || amount === null) return null;
  return {
    ...common,
    customerEmail: purchase.client_email,
    reference: purchase.transaction_id,
    amount: { amount, currency },
  };
}

/** What is known of a row that has no place in a list. */
export function toUnreadRow(
  { id, chat_id: chatId, date }: WirePurchase | WireSurvey,
  clock: LocalClock,
): IadvizeUnreadRow {
  const time = toLocalTime(date);
  return { id, conversation: toChatReference(chatId), createdAt: time && clock(time) };
}

/** Reads a key. No call finds a survey or a purchase by its id, so the day to look at stands in front of it. */
export function readDayKey(key: string): { readonly day: string; readonly id: string } | null {
  const [, day, id] = /^([\d-]+)\/(.+)$/s.exec(key) ?? [];
  return day && id && isDay(day) ? { day, id } : null;
}

/** The agent is left out, as the vendor gives only a name. */
function toCommon({ id, operator, chat_id: chatId, date }: WirePurchase | WireSurvey, clock: LocalClock) {
  const time = toLocalTime(date);
  const createdAt = time && clock(time);
  if (id === null || time === null || createdAt === null) return null;
  return {
    key: `${time.day}/${id}`,
    vendorId: id,
    agentName: operator,
    conversation: toChatReference(chatId),
    createdAt,
  };
}

function toChatReference(chatId: string | null): Entity | null {
  const key = toOptionalId(chatId);
  return key === null ? null : { key, vendorId: key };
}

/** 0 stands for no note. */
function toNote(note: number | null): number | null {
  return note === 0 ? null : note;
}
