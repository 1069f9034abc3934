import type { Instant } from '../contract/instant.ts';
import type { TimeWindow } from '../contract/timeline.ts';
import type { CursorCodec } from './cursor-codec.ts';
import type { Watermark } from './timeline-place.ts';

/** What is needed to go on with a source from a watermark. */
export interface SourceStanding {
  /** The source's own position, with which the first batch was asked for that still holds rows to give out. */
  readonly position: string | null;
  /** All rows of the source were given out: it need not be asked again. */
  readonly done: boolean;
  /** The span of the walk so far in which rows of the source are missing. */
  readonly missing: TimeWindow | null;
}

/** Where a walk through a timeline stands. */
export interface TimelineCursor {
  /** The window that the walk began with. */
  readonly window: TimeWindow;
  readonly watermark: Watermark;
  /** By the source's name. */
  readonly standings: ReadonlyMap<string, SourceStanding>;
}

/** How a source stands that was not asked yet. */
export const unasked: SourceStanding = { position: null, done: false, missing: null };

type Span = readonly [from: Instant, to: Instant];
type SealedStanding = readonly [name: string, position: string | null, done: 0 | 1, missing: Span | null];
type Sealed = readonly [window: Span, time: Instant, id: string | null, standings: readonly SealedStanding[]];

/** Writes a cursor for the list that the identity names. */
export function sealTimelineCursor(codec: CursorCodec, identity: string, cursor: TimelineCursor): string {
  const standings = [...cursor.standings].map(([name, { position, done, missing }]): SealedStanding => [
    name,
    position,
    done ? 1 : 0,
    toSpan(missing),
  ]);
  const { window, watermark } = cursor;
  const sealed: Sealed = [[window.from, window.to], watermark.time, watermark.id, standings];
  return codec.seal(identity, sealed);
}

/** Reads a cursor. Throws `InvalidCursor` for one that was not written for this list. */
export function openTimelineCursor(codec: CursorCodec, identity: string, text: string): TimelineCursor {
  const [window, time, id, standings] = codec.open(identity, text) as Sealed;
  return {
    window: toWindow(window),
    watermark: { time, id },
    standings: new Map(
      standings.map(([name, position, done, missing]) => [
        name,
        { position, done: done === 1, missing: missing && toWindow(missing) },
      ]),
    ),
  };
}

function toSpan(window: TimeWindow | null): Span | null {
  return window && [window.from, window.to];
}

function toWindow([from, to]: Span): TimeWindow {
  return { from, to };
}
