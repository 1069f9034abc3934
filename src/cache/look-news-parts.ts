import type { LookNews } from '../contract/shared-looks.ts';
import type { ContentSeal } from './content-seal.ts';

/** Changed whenever the meaning of what is passed on changes: replicas of two versions do not understand each other. */
const version = 1;
/** Room for what stands around the rows, in bytes. */
const overhead = 1024;
/** A look shows no more rows, so no more need to be held. */
const mostRows = 4000;

type Part = Omit<LookNews, 'rows'> & {
  readonly rows: LookNews['rows'];
  /** Which part of the news this is. */
  readonly part: number;
  readonly isLast: boolean;
};

/** News as sealed messages, none of them larger than so many bytes; rows that are too large are left out. */
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
  return groups.map((group, part) => {
    const isLast = part === groups.length - 1;
    const around = JSON.stringify({ ...told, lacksRows, part, isLast, rows: [] });
    // The rows are text already.
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

  /** Takes a part; gives the news when they are whole, or nothing but that they lack something. */
  take(sealed: Buffer, place: string, seal: ContentSeal): LookNews | undefined {
    const content = seal.open(sealed, placeText(place));
    if (!content) return this.#unreadable();
    const { part, isLast, ...news } = JSON.parse(content.toString()) as Part;
    if (part === 0) this.clear();
    if (part !== this.#next || this.#rows.length > mostRows) return this.#unreadable();
    this.#next += 1;
    this.#rows.push(...news.rows);
    if (!isLast) return undefined;
    const rows = this.#rows;
    this.clear();
    return { ...news, rows };
  }

  /** Forgets parts that came so far. */
  clear(): void {
    this.#rows = [];
    this.#next = 0;
  }

  #unreadable(): LookNews {
    this.clear();
    return unreadable;
  }
}

function placeText(place: string): string {
  return JSON.stringify(['looks', version, place]);
}
