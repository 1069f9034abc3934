import * as z from 'zod';
import type { LookNews } from '../contract/shared-looks.ts';
import type { ContentSeal } from './content-seal.ts';

/**
 * To be raised whenever the meaning of what is passed on changes: replicas of different versions then ignore each
 * other's news.
 */
const version = 1;
/** Bytes allowed for what stands around the rows. */
const overhead = 1024;
/** The most rows held: a look never shows more. */
const mostRows = 4000;

/** The longest time that a leader may announce until its next news, in milliseconds. */
const longestSilence = 3_600_000;

const row = z.looseObject({ key: z.string(), createdAt: z.number(), updatedAt: z.number().nullable() });

/**
 * A part of news. Anybody who can write to Redis can send one, so it is checked; of the rows, only what is decided by.
 */
const part = z.object({
  // The rows are kept as they are: parsed ones would have their columns in another order, and be taken for changed
  // ones.
  rows: z.array(z.custom<LookNews['rows'][number]>((value) => row.safeParse(value).success)),
  from: z.number(),
  lookedAt: z.number(),
  isWhole: z.boolean(),
  lacksRows: z.boolean(),
  nextWithin: z.number().min(0).max(longestSilence),
  /** Which part of the news this is. */
  part: z.int(),
  isLast: z.boolean(),
});

/** News as sealed messages of `maxBytes` at most; rows that are too large for one are left out. */
export function partsOf(news: LookNews, place: string, seal: ContentSeal, maxBytes: number): Buffer[] {
  const { rows, ...told } = news;
  const room = maxBytes - overhead;
  const groups: string[][] = [[]];
  let [size, lacksRows] = [0, news.lacksRows];
  for (const row of rows) {
    const text = JSON.stringify(row);
    const bytes = Buffer.byteLength(text) + 1;
    if (bytes > room) lacksRows = true;
    else {
      if (size + bytes > room) {
        groups.push([]);
        size = 0;
      }
      groups.at(-1)?.push(text);
      size += bytes;
    }
  }
  return groups.map((group, index) => {
    const isLast = index === groups.length - 1;
    const around = JSON.stringify({ ...told, lacksRows, part: index, isLast, rows: [] });
    // The rows are JSON texts already.
    const text = `${around.slice(0, -2)}${group.join(',')}]}`;
    return seal.seal(Buffer.from(text), placeText(place));
  });
}

const unreadable: LookNews = {
  rows: [],
  from: 0,
  lookedAt: 0,
  isWhole: false,
  lacksRows: true,
  nextWithin: 0,
};

/** Puts the parts of news together again. */
export class NewsParts {
  #rows: LookNews['rows'][number][] = [];
  #next = 0;

  /**
   * Takes a part; gives the news once all parts have come. For a part that cannot be read, or that is not the next one,
   * gives news without rows that say so (`lacksRows`).
   */
  take(sealed: Buffer, place: string, seal: ContentSeal): LookNews | undefined {
    const read = partIn(seal.open(sealed, placeText(place)));
    if (!read) return this.#unreadable();
    const { part: index, isLast, ...news } = read;
    if (index === 0) this.clear();
    if (index !== this.#next || this.#rows.length > mostRows) return this.#unreadable();
    this.#next += 1;
    this.#rows.push(...news.rows);
    if (!isLast) return undefined;
    const rows = this.#rows;
    this.clear();
    return { ...news, rows };
  }

  /** Forgets the parts that have come so far. */
  clear(): void {
    this.#rows = [];
    this.#next = 0;
  }

  #unreadable(): LookNews {
    this.clear();
    return unreadable;
  }
}

function partIn(content: Buffer | undefined): z.infer<typeof part> | undefined {
  try {
    return content && part.parse(JSON.parse(content.toString()));
  } catch {
    return undefined;
  }
}

function placeText(place: string): string {
  return JSON.stringify(['looks', version, place]);
}
