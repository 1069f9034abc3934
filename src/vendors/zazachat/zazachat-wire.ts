import * as z from 'zod';
import { isSecretName } from '../../vendor-kit/raw-record.ts';
import type { JsonValue } from '../../transport/source-transport.ts';
import { elements, textOf, type XmlElement } from '../../decoding/xml-element.ts';
import { proseOf } from './zazachat-wire-soap.ts';

/** An element that is left out means the same as an empty one. */
const text = z
  .string()
  .optional()
  .transform((value) => value?.trim() || null);

const fields = z.record(z.string(), z.string()).default({});

const visitor = z.compile(
  z.object({
    visitorid: z.string().trim().min(1),
    country: text,
    hostname: text,
    referrer: text,
    department: text,
    chattime: text,
    visitorinfo: fields,
    visitorcustominfo: fields,
  }),
);

const ticket = z.compile(
  z.object({
    ticketid: z.string().trim().min(1),
    submissiondate: text,
    currentstatus: text,
    visitorid: text,
    customername: text,
    customeremail: text,
    tickettitle: text,
    question: text,
    priority: text,
    category: text,
    department: text,
    ticketlog: text,
    customfields: text,
    visitorinfo: fields,
    visitorcustominfo: fields,
  }),
);

/** A row of GetDailyChatters. Names in lower case: the document itself writes `Hostname` and `HostName`. */
export type WireVisitor = z.infer<typeof visitor>;

/** A row of GetDailyTickets. */
export type WireTicket = z.infer<typeof ticket>;

const groups = new Set(['visitorinfo', 'visitorcustominfo']);

/** Reads a `Visitor` element; null for one without an id. */
export function readVisitor(element: XmlElement): WireVisitor | null {
  return validated(visitor, element);
}

/** Reads a `Ticket` element; null for one without an id. */
export function readTicket(element: XmlElement): WireTicket | null {
  return validated(ticket, element);
}

function validated<T>(schema: z.ZodType<T>, element: XmlElement): T | null {
  return schema.safeParse({ ...attributesOf(element), ...valuesOf(element) }).data ?? null;
}

function attributesOf({ attributes }: XmlElement): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value]));
}

function valuesOf(element: XmlElement): Record<string, unknown> {
  return Object.fromEntries(
    elements(element).map((child) => {
      const name = child.name.toLowerCase();
      return [name, groups.has(name) ? valuesOf(child) : proseOf(child)];
    }),
  );
}

/** An element as JSON, for `raw`: attributes and children by name, without anything that is named like a secret. */
export function recordOf(element: XmlElement): { readonly [name: string]: JsonValue } {
  const record: Record<string, JsonValue> = {};
  const entries: [string, JsonValue][] = [
    ...Object.entries(element.attributes).filter(([name]) => name !== 'xmlns'),
    ...elements(element).map((child): [string, JsonValue] => [
      child.name,
      elements(child).length > 0 ? recordOf(child) : textOf(child),
    ]),
  ];
  for (const [name, value] of entries) {
    if (name !== '__proto__' && !isSecretName(name)) record[name] = value;
  }
  return record;
}
