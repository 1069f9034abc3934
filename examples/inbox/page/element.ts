/** An attribute: text, present or absent, or what an event calls (by the event's name). */
export type Attribute = string | boolean | ((event: Event) => void) | undefined;

/** What stands in an element; text stays text, whatever is in it. Null and false stand for nothing. */
export type Content = Node | string | null | false | undefined;

/** Makes an element. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...contents: readonly Content[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (typeof value === 'boolean') made.toggleAttribute(key, value);
    else if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...present(contents));
  return made;
}

/** Puts contents in the place of what was there. */
export function fill(target: Element, ...contents: readonly Content[]): void {
  target.replaceChildren(...present(contents));
}

function present(contents: readonly Content[]): (Node | string)[] {
  return contents.filter((content) => content !== null && content !== false && content !== undefined);
}
