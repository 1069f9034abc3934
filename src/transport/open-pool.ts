import type { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers';
import { buildConnector, errors, Pool } from 'undici';
import { createSharedLookup } from './shared-lookup.ts';
import type { SourceSettings } from './source-transport.ts';

/** The longest that connecting may take, in milliseconds: enough for one lost packet. */
const connectMilliseconds = 2000;
/**
 * The part of a call's time that connecting may take, so that a vendor that cannot be reached is reported as such and
 * not as slow.
 */
const connectShare = 0.8;
/** How many bytes of an answer undici is given at a time. */
const pieceLength = 2048;

/** Opens the pool of connections to a source. It follows no redirects, and retries, unpacks and caches nothing. */
export function openPool({ url, maxConcurrent, timeoutMs }: SourceSettings): Pool {
  return new Pool(new URL(url).origin, {
    connections: maxConcurrent,
    pipelining: 1,
    allowH2: false,
    connect: connectorWithin(Math.min(connectMilliseconds, timeoutMs * connectShare)),
    // The deadline of each call is exact. These timers are coarse, and the second never ends an answer that drips in.
    headersTimeout: 0,
    bodyTimeout: 0,
    // Shorter than servers commonly keep connections, so that no call is sent on one that is about to be closed.
    keepAliveTimeout: 4000,
    keepAliveMaxTimeout: 10_000,
  });
}

/**
 * Makes a connector that connects within `timeout` milliseconds, including the look-up of the name. undici's own timer
 * fires late; it cleans up what is still pending then.
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
    // After a stall of the event loop the connection may be there already: it is noticed before giving up.
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
 * Gives undici what has arrived in pieces, until it gives the connection up. undici goes through a piece to its end
 * although it has seen enough, and makes an error for each header beyond the limit, which takes long for 10,000 of
 * them.
 */
function readInPieces(socket: Socket): void {
  const read = socket.read.bind(socket);
  socket.read = (size): unknown => {
    if (socket.destroyed) return null;
    return read(size ?? (socket.readableLength > pieceLength ? pieceLength : undefined));
  };
}
