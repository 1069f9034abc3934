import { element } from './element.ts';
import { plainCode } from './words.ts';

const names: string[] = [];

/** Fixes which help desk has which colour. */
export function nameSources(sources: readonly string[]): void {
  names.splice(0, names.length, ...sources);
}

/** A help desk's name in its colour. */
export function sourceBadge(name: string): HTMLElement {
  return element('span', { class: 'badge', 'data-colour': String(names.indexOf(name) % 6) }, name);
}

/** Where a conversation stands. */
export function statusBadge(status: string): HTMLElement {
  return element('span', { class: 'status', 'data-status': status }, plainCode(status));
}
