import { expect } from 'vitest';

/** A mutation, and what its payload tells when it took effect. */
export interface SampleChange {
  readonly name: string;
  readonly input: object;
  /** What of the payload to ask for. */
  readonly selection: string;
  /** What the payload has to match. */
  readonly result: object;
}

/** Ids of what a source has, by the name of the list. */
export type IdOf = (list: string, place?: number) => string;

/** Matches a list with such an element in it. */
export function having(element: object): unknown {
  return expect.arrayContaining([expect.objectContaining(element)]);
}

/** Matches a list without such an element. */
export function lacking(element: object): unknown {
  return expect.not.arrayContaining([expect.objectContaining(element)]);
}

/** A custom field and its value. */
export const field = { code: 'order', value: '77' };
/** What has no such field. */
export const noFields = { customFields: lacking({ code: 'order' }) };

/** A deletion of the one thing that is named. */
export function deletion(name: string, input: object): SampleChange {
  const [id] = Object.values(input);
  return { name, input, selection: 'deletedId', result: { deletedId: id } };
}
