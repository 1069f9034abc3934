import { describe, expect, it } from 'vitest';
import { readSince } from '../../../src/vendors/livechat/livechat-change-pages.ts';
import { readPlace, writePlace } from '../../../src/vendors/livechat/livechat-page-place.ts';
import type { ReadPage } from '../../../src/vendors/livechat/livechat-ticket-pages.ts';

describe('pages of one walk', () => {
  it('are not mixed with older ones from the cache', async () => {
    const cachedAt = 1000;
    const read: ReadPage = async (_number, fresh) => ({
      value: { rows: [], unread: [], total: 0, pages: 0 },
      fetchedAt: fresh ? 5000 : cachedAt,
    });
    expect((await readSince(read, 2, 900)).answer.fetchedAt).toBe(cachedAt);
    expect((await readSince(read, 2, 1001)).answer.fetchedAt).toBe(5000);
  });
});

describe('the place where a walk stopped', () => {
  it.each([
    { page: 3, total: 71, at: 1_709_280_900_000 },
    { page: 1, total: null, at: 0 },
  ])('survives being written: %j', (place) => {
    expect(readPlace(writePlace(place))).toEqual(place);
  });

  it.each([null, '', '0.1.1', '3', '3.1', '-1..5', '1.2.3.4', '30'])('is the start for %j', (position) => {
    expect(readPlace(position)).toBeNull();
  });
});
