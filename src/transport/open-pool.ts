import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers';
import { buildConnector, errors, Pool } from 'undici';
import { createSharedLookup } from './shared-lookup.ts';
import type { SourceSettings } from './source-transport.ts';

/** Long enough for a first packet that is lost. */
const connectMilliseconds = 2000;
/** Who takes longer than this part of a call to connect is told to be out of reach, and not to be slow. */
const connectShare = 0.8;
/** So many bytes of an answer are looked at in one go. */
const pieceLength = 2048;

/** Opens the connections to a source; redirects are not followed, nothing is retried, unpacked or kept there. */
export function openPool({ url, maxConcurrent, timeoutMs }: SourceSettings): Pool {
  return new Pool(new URL(url).origin, {
    connections: maxConcurrent,
    pipelining: 1,
    allowH2: false,
    connect: connectorWithin(Math.min(connectMilliseconds, timeoutMs * connectShare)),
    // The deadline of each call is exact; these timers are coarse, and the second never ends a drip of bytes.
    headersTimeout: 0,
    bodyTimeout: 0,
    // Shorter than what servers commonly grant, so that no call goes out on a connection about to be closed.
    keepAliveTimeout: 4000,
    keepAliveMaxTimeout: 10_000,
  });
}

/**
 * Connects within so many milliseconds, the look-up of the name included. undici's own timer comes late; it clears away
 * what is still pending then.
 */
function connectorWithin(timeout: number): buildConnector.connector {
  const connect = buildConnector({ timeout, allowH2: false, lookup: createSharedLookup(2 * timeout) });
  return (options, callback) => {
    let isOver = false;
    const giveUp = (): void => {
      if (isOver) return;
      isOver = true;
      callback(new errors.ConnectTimeoutError(), null);
    };
    // After a stall of the event loop the connection may be there: let it be seen before giving up.
    const timer = setTimeout(() => nextTurn(giveUp), timeout).unref();
    connect(options, (...result) => {
      clearTimeout(timer);
      const [, socket] = result;
      if (isOver) socket?.destroy();
      else {
        isOver = true;
        if (socket) readInPieces(socket);
        callback(...result);
      }
    });
  };
}

/**
 * Hands what has come to undici in pieces, until it gives the connection up: it goes through a piece to its end although
 * it has seen enough, and makes an error of each header that is too much, which takes long for 10,000 of them.
 */
function readInPieces(socket: Socket): void {
  const read = socket.read.bind(socket);
  socket.read = (size): unknown => {
    if (socket.destroyed) return null;
    return read(size ?? (socket.readableLength > pieceLength ? pieceLength : undefined));
  };
}
