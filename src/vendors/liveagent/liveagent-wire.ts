import { z } from 'zod';
import { isRecord, toItems, toList, toText, type WireRecord } from './liveagent-wire-values.ts';

/** What people wrote, or null; undefined where the answer lacks the column, as lists and old servers do. */
export const prose = z.transform(toText).optional();
/** The same for codes, ids, names and dates: without the blanks around them that XML may bring along. */
export const text = z.transform(trimmed).optional();
/** The same for a column without which a record is of no use. */
export const requiredText = z.transform(trimmed).pipe(z.string());

const customField = z.object({ code: requiredText, value: prose });
/** An item without a code is no field. */
export const customFields = z.unknown().transform(having('code')).pipe(z.array(customField)).optional();

/** A conversation in the list or alone; the list has fewer columns. */
export const conversationSchema = z.compile(
  z.object({
    conversationid: requiredText,
    code: text,
    datecreated: text,
    datechanged: text,
    datedue: text,
    departmentname: text,
    departmentid: text,
    status: text,
    ownername: text,
    owneremail: text,
    subject: prose,
    ownernote: prose,
    preview: prose,
    publicurlcode: text,
    assignedto: text,
    /** Ids with commas between them. */
    tags: z.transform(toIds).optional(),
    channel_type: text,
    cursor: text,
    customfields: customFields,
  }),
);

const message = z.object({
  messageid: text,
  userid: text,
  rtype: text,
  datecreated: text,
  /** Blanks count. */
  message: z
    .unknown()
    .transform((value) => (typeof value === 'string' ? value : toText(value)))
    .optional(),
});

const messageGroup = z.compile(
  z.object({
    userid: text,
    rtype: text,
    rstatus: text,
    datecreated: text,
    messages: z.unknown().transform(toMessageRecords).pipe(z.array(message)).optional(),
  }),
);

/**
 * A group of messages of a conversation. Anything else in its place counts as a message, so that no other group is
 * lost.
 */
export const messageGroupSchema = z
  .unknown()
  .transform((value) => (isRecord(value) ? value : { messages: value }))
  .pipe(messageGroup);

/** What somebody, or a department, is online for, in letters; blank = nothing. */
export const onlineLetters = z
  .unknown()
  .transform((value) => trimmed(value) ?? '')
  .optional();

/** An agent in the list of online states. */
export const agentStateSchema = z.object({
  id: requiredText,
  contactid: text,
  username: text,
  firstname: text,
  lastname: text,
  avatar_url: text,
  onlineStatus: onlineLetters,
});

/** An agent alone. */
export const agentSchema = z.object({
  userid: requiredText,
  email: text,
  firstname: text,
  lastname: text,
  role: text,
});

/** A row of the agents of a department. */
export const departmentAgentSchema = z.object({
  userid: requiredText,
  firstname: text,
  lastname: text,
  email: text,
});

/** A department in the list or alone. */
export const departmentSchema = z.object({
  departmentid: requiredText,
  name: text,
  description: prose,
  onlinestatus: onlineLetters,
  deleted: text,
});

/** A tag or a customer group, in the list or alone. */
export const labelSchema = z.object({
  id: requiredText,
  name: text,
  is_archived: text,
  color: text,
  bg_color: text,
});

/** A group that a customer is in. */
export const membershipSchema = z.object({ groupid: requiredText, groupname: text });

/** A customer in the list or alone; the list has no custom fields. */
export const customerSchema = z.object({
  contactid: text,
  email: text,
  firstname: text,
  lastname: text,
  datecreated: text,
  role: text,
  gender: text,
  customfields: customFields,
});

/** Version and clock of the installation. */
export const applicationSchema = z.object({
  liveagentversion: text,
  gpfversion: text,
  dateinstalled: text,
  datelatestupdate: text,
  current_server_time: text,
});

export type WireConversation = z.infer<typeof conversationSchema>;
export type WireMessageGroup = z.infer<typeof messageGroupSchema>;
export type WireMessage = z.infer<typeof message>;
export type WireAgentState = z.infer<typeof agentStateSchema>;
export type WireAgent = z.infer<typeof agentSchema>;
export type WireDepartmentAgent = z.infer<typeof departmentAgentSchema>;
export type WireDepartment = z.infer<typeof departmentSchema>;
export type WireLabel = z.infer<typeof labelSchema>;
export type WireMembership = z.infer<typeof membershipSchema>;
export type WireCustomer = z.infer<typeof customerSchema>;
export type WireApplication = z.infer<typeof applicationSchema>;
export type WireCustomField = z.infer<typeof customField>;

/** A column's text without the blanks around it. */
export function trimmed(value: unknown): string | null {
  return toText(value)?.trim() ?? null;
}

/** Reads the records of a column's list that have a code, id or the like in some column. */
export function having(column: string): (value: unknown) => readonly unknown[] {
  return (value) => {
    const rows = toList(value);
    if (!Array.isArray(rows)) return [];
    return rows.filter((row) => isRecord(row) && trimmed(row[column]) !== null);
  };
}

/** Ids in one text, or those of a list of ids or of records. */
function toIds(value: unknown): string | null {
  const ids = toList(value);
  if (!Array.isArray(ids)) return trimmed(ids);
  return trimmed(ids.map((id: unknown) => trimmed(isRecord(id) ? id.id : id) ?? '').join());
}

/** The messages of a group; what stands in the place of one, or of the list, is the text of a message. */
function toMessageRecords(value: unknown): readonly WireRecord[] | undefined {
  const items = toItems(value);
  if (items === undefined) return undefined;
  return (Array.isArray(items) ? items : [items]).map((item: unknown) =>
    isRecord(item) ? item : { message: item },
  );
}
