import { expect, it } from 'vitest';
import { GatheredLife } from '../../src/cache/answer-life.ts';
import { steadyNow } from '../../src/cache/steady-clock.ts';

it('is as long as that of what ends first, values and limits alike', () => {
  const life = new GatheredLife();
  const soon = steadyNow() + 1000;
  const read = life.begin();
  life.limit(60_000);
  expect(life.whole()).toBeNull();
  read({ freshUntil: steadyNow() + 90_000, tags: ['a'] });
  const left = life.whole()!.freshUntil - steadyNow();
  expect(left).toBeGreaterThan(50_000);
  expect(left).toBeLessThanOrEqual(60_000);
  life.begin()({ freshUntil: soon, tags: [] });
  expect(life.whole()).toEqual({ freshUntil: soon, tags: ['a'] });
  life.spoil();
  expect(life.whole()).toBeNull();
});
