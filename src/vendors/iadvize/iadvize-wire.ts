import * as z from 'zod';

/** Text whatever way it is sent: PHP of 2012 sends numbers and flags now as strings, now as numbers. */
const scalar = z.unknown().transform((value) => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
});

/** As `scalar`, without outer blanks; what is left empty is null. */
const text = scalar.transform((value) => value?.trim() || null);

const id = text.refine((value) => value !== null, 'expected an id').transform(String);

const flag = text.transform((value) => (value === null ? null : !/^(0|false|no|non)$/i.test(value)));

const count = text.transform((value) => (value !== null && /^\d+$/.test(value) ? Number(value) : null));

const line = z.object({ from: text, time: text, msg: scalar.transform((value) => value ?? '') });

const history = z.unknown().transform((value) => {
  const lines = Array.isArray(value) ? value : Object(value) === value ? linesOf(value as object) : [];
  return lines.flatMap((candidate) => line.safeParse(candidate).data ?? []);
});

/** A lone line, or an array that PHP numbered with gaps and therefore wrote as an object. */
function linesOf(value: object): unknown[] {
  return 'from' in value || 'msg' in value ? [value] : Object.values(value);
}

/** A finished chat, the record of `chat_history`. */
export const chatSchema = z.object({
  id,
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
});

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

export type Chat = z.infer<typeof chatSchema>;
export type ChatLine = z.infer<typeof line>;
export type Operator = z.infer<typeof operatorSchema>;
export type Website = z.infer<typeof websiteSchema>;

/** A validated record beside what the vendor sent, which becomes `raw`. */
export interface WireRecord<T> {
  readonly value: T;
  readonly raw: unknown;
}
