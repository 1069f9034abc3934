import type { Awaitable } from '../contract/awaitable.ts';
import { isTurnOver, nextTurn } from '../turns/turns.ts';
import type { MessageBody } from './message-content.ts';

/** Bodies that are longer take long enough to be converted that other work is let in between. */
const longestAtOnce = 30_000;

/** Converts a body: a long one when it is its turn. */
export function inTurn(
  message: MessageBody,
  convert: (message: MessageBody, linkBase?: string) => string,
  linkBase: string | undefined,
): Awaitable<string> {
  if (message.body.length <= longestAtOnce || !isTurnOver()) return convert(message, linkBase);
  return nextTurn().then(() => convert(message, linkBase));
}
