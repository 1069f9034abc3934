import * as z from 'zod';
import { isJsonObject, type JsonObject } from './iadvize-wire-rows.ts';

/** A line of a chat; its time is `HH:MM`. */
export interface WireChatLine {
  readonly from: string | null;
  readonly time: string | null;
  readonly msg: string;
}

const text = z.unknown().optional().transform(toText);
const id = text.refine((value) => value !== null, 'expected an id').transform(String);
const flag = z.unknown().optional().transform(toFlag);
const count = text.transform((value) => (value !== null && /^\d+$/.test(value) ? Number(value) : null));
const history = z.unknown().optional().transform(toLines);

/** A finished chat, the record of `chat_history`. */
export const chatSchema = z.compile(
  z.object({
    id: text,
    /** `MM:SS`; minutes may be more than 59. */
    duration: text,
    /** `DD.MM.YYYY HH:MM` on the account's clock. */
    datetime: text,
    opid: text,
    opname: text,
    /** Name of the operator's group. */
    group: text,
    /** Id of the visitor. */
    vuid: text,
    user_agent: text,
    /** Id of the visitor in the client's own files; "0" = none. */
    extid: text,
    history,
  }),
);

/** A record of the operator lists. */
export const operatorSchema = z.object({
  id,
  external_id: text,
  name: text,
  email: text,
  nick: text,
  pseudo: text,
  rights: text,
  curchat: count,
  maxchat: count,
  is_online: flag,
  messenger_isonline: flag,
});

/** A record of the website list. */
export const websiteSchema = z.object({ id, label: text, url: text });

/** A row of `operator_stats`: figures as text, in whatever way they are sent. */
export const operatorStatsSchema = z.object({
  /** The operator's, though described as a survey's. */
  id: text,
  operator: text,
  /** Hours. */
  presence: text,
  chatcount: text,
  /** Minutes. */
  duration: text,
  conv_rate: text,
  turnover: text,
  sales_count: text,
  problem: text,
  note_accueil: text,
  note_delai: text,
  note_resolution: text,
  note_globale: text,
});

/** A row of the surveys. Notes are 1 to 3, 0 where nothing was chosen. */
export const surveySchema = z.object({
  id: text,
  /** A name, not an id. */
  operator: text,
  chat_id: text,
  note_accueil: count,
  note_delai: count,
  note_resolution: count,
  comment: text,
  /** `DD.MM.YYYY HH:MM` on the account's clock. */
  date: text,
});

/** A row of the purchases. */
export const purchaseSchema = z.object({
  id: text,
  /** A name, not an id. */
  operator: text,
  chat_id: text,
  client_email: text,
  /** The shop's own number. */
  transaction_id: text,
  /** `19.90`; no currency. */
  amount: text,
  /** `DD.MM.YYYY HH:MM` on the account's clock. */
  date: text,
});

export type WireChat = z.infer<typeof chatSchema>;
export type WireOperator = z.infer<typeof operatorSchema>;
export type WireOperatorStats = z.infer<typeof operatorStatsSchema>;
export type WirePurchase = z.infer<typeof purchaseSchema>;
export type WireSurvey = z.infer<typeof surveySchema>;
export type WireWebsite = z.infer<typeof websiteSchema>;

/** A validated record, and what the vendor sent, which becomes `raw`. */
export interface WireRecord<T> {
  readonly value: T;
  readonly raw: unknown;
}

/** Text, in whatever way it is sent: PHP of 2012 writes numbers now as text, now as numbers, and false for nothing. */
function toScalar(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || value === true ? String(value) : null;
}

/** As `toScalar`, without the blanks around it; null when nothing is left. */
function toText(value: unknown): string | null {
  return toScalar(value)?.trim() || null;
}

function toFlag(value: unknown): boolean | null {
  const word = value === false ? '0' : toText(value);
  return word === null ? null : !/^(0|false|no|non)$/i.test(word);
}

/** Lines in a list, in an object (PHP numbered them with gaps), or a lone one. Plain code: a day has thousands. */
function toLines(value: unknown): readonly WireChatLine[] {
  if (Array.isArray(value)) return value.filter(isJsonObject).map(toLine);
  if (!isJsonObject(value)) return [];
  return 'from' in value || 'msg' in value ? [toLine(value)] : toLines(Object.values(value));
}

function toLine({ from, time, msg }: JsonObject): WireChatLine {
  return { from: toText(from), time: toText(time), msg: toScalar(msg) ?? '' };
}
