import { badUserInput } from './bad-user-input.ts';

/**
 * The text of a filter in the form in which rows are compared with it; undefined = no restriction. Throws for an empty
 * text, which may be meant to match everything or nothing.
 */
export function filterText(
  argument: string,
  text: string | null | undefined,
  toForm: (text: string) => string,
): string | undefined {
  if (text == null) return undefined;
  const form = toForm(text);
  if (form !== '') return form;
  throw badUserInput(
    `filter.${argument} expects some text, but got an empty one; leave it out for no restriction`,
  );
}
