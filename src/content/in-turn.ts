import type { Awaitable } from '../contract/awaitable.ts';
import { isTurnOver, nextTurn } from '../turns/turns.ts';
import type { MessageBody } from './message-content.ts';

/** Bodies that are longer are converted one after the other, as far as there is time. */
const longestAtOnce = 1000;

/** Converts a body: one that is not short when it is its turn, so that other work is let in between. */
export function inTurn(
  message: MessageBody,
  convert: (message: MessageBody, linkBase?: string) => string,
  linkBase: string | undefined,
): Awaitable<string> {
  if (message.body.length <= longestAtOnce || !isTurnOver()) return convert(message, linkBase);
  return nextTurn().then(() => convert(message, linkBase));
}
