import { z } from 'zod';
import { toList, toText } from './liveagent-wire-values.ts';
import {
  customFields,
  having,
  membershipSchema,
  prose,
  requiredText,
  text,
  trimmed,
} from './liveagent-wire.ts';

/** An item without an id is no group. */
const memberships = z.unknown().transform(having('groupid')).pipe(z.array(membershipSchema)).optional();

/** Several texts: a list, or one text with commas or blanks between them. */
const texts = z.unknown().transform(toTexts).optional();

/** A company in the list or alone; the list has only the first five columns, and `emails` as one text. */
export const companySchema = z.object({
  id: requiredText,
  name: text,
  emails: texts,
  datecreated: text,
  ip: text,
  language: text,
  phones: z
    .unknown()
    .transform((value) => (value === undefined ? undefined : toLines(value)))
    .optional(),
  groups: memberships,
  custom_fields: customFields,
  unique_fields: customFields,
});

/** A file alone. */
export const fileSchema = z.object({
  fileid: requiredText,
  created: text,
  filename: text,
  filesize: text,
  filetype: text,
  downloads: text,
  downloadUrl: text,
});

/** A knowledge base in the list. */
export const knowledgeBaseSchema = z.object({ kb_id: requiredText, name: text });

/** An entry of a knowledge base: in `entries`, in the older `articles`, or found by the search. */
export const entrySchema = z.object({
  kb_id: text,
  kb_entry_id: requiredText,
  parent_entry_id: text,
  rtype: text,
  rstatus: text,
  access: text,
  access_inherited: text,
  urlcode: text,
  treepath: text,
  rorder: text,
  title: text,
  /** Search only: the title without marks. */
  title_clear: text,
  metadescription: prose,
  keywords: prose,
  content: prose,
  /** Search only. */
  content_text: prose,
  /** Search only. */
  content_simple_html: prose,
  conversationid: text,
  departmentid: text,
  views: text,
  votes: text,
  /** Search only. */
  votesCount: text,
  datecreated: text,
  datechanged: text,
  deleted: text,
  description: prose,
  /** Search only. */
  url: text,
});

/** A category of suggestions in the list. */
export const suggestionCategorySchema = z.object({ id: requiredText, title: text, path: text });

export type WireCompany = z.infer<typeof companySchema>;
export type WireEntry = z.infer<typeof entrySchema>;
export type WireFile = z.infer<typeof fileSchema>;
export type WireKnowledgeBase = z.infer<typeof knowledgeBaseSchema>;
export type WireSuggestionCategory = z.infer<typeof suggestionCategorySchema>;

function toTexts(value: unknown): readonly string[] | undefined {
  if (value === undefined) return undefined;
  return toLines(value)
    .flatMap((line) => line.split(/[\s,;]+/))
    .filter(Boolean);
}

/** The texts of a list, or a lone text. */
function toLines(value: unknown): readonly string[] {
  const list = toList(value);
  return (Array.isArray(list) ? list : [toText(list)]).flatMap((item: unknown) => trimmed(item) ?? []);
}
