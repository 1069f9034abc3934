import { expect, it, onTestFinished, vi } from 'vitest';
import { KeptInvalidations } from '../../src/cache/kept-invalidations.ts';

/** Invalidations whose sendings are answered by the test, in the order in which they were sent. */
function openKept() {
  const answers: ((isTaken: boolean) => void)[] = [];
  const recoveries: (() => void)[] = [];
  const late: (readonly string[])[] = [];
  const kept = new KeptInvalidations(
    { onRecovery: (again) => void recoveries.push(again) },
    () => new Promise((resolve) => void answers.push(resolve)),
    (tags) => void late.push(tags),
  );
  onTestFinished(() => kept.close());
  return { kept, answers, recoveries, late };
}

it('keeps what Redis refuses until it takes it', async () => {
  const { kept, answers, recoveries } = openKept();
  const sent = kept.send(['a', 'b']);
  answers[0]?.(false);
  await sent;
  expect(kept.has('a')).toBe(true);
  recoveries[0]?.();
  answers[1]?.(true);
  await expect.poll(() => kept.has('a') || kept.has('b')).toBe(false);
});

it('tells of what Redis took only after it had refused it', async () => {
  const { kept, answers, late } = openKept();
  const first = kept.send(['a']);
  answers[0]?.(true);
  await first;
  const refused = kept.send(['b']);
  answers[1]?.(false);
  await refused;
  expect(late).toEqual([]);
  const again = kept.send(['b', 'c']);
  answers[2]?.(true);
  await again;
  expect(late).toEqual([['b']]);
});

it('keeps a change that is refused while an earlier one of the same tag is under way, and then taken', async () => {
  const { kept, answers } = openKept();
  const earlier = kept.send(['a']);
  const later = kept.send(['a']);
  answers[1]?.(false);
  await later;
  answers[0]?.(true);
  await earlier;
  expect(kept.has('a')).toBe(true);
});

it('sends the later of two refused changes again, whichever is refused last', async () => {
  const { kept, answers } = openKept();
  const sent = [kept.send(['a']), kept.send(['a']), kept.send(['a'])];
  for (const [index, isTaken] of [
    [2, false],
    [0, false],
    [1, true],
  ] as const) {
    answers[index]?.(isTaken);
    await sent[index];
  }
  expect(kept.has('a')).toBe(true);
});

it('tries again by itself every few seconds, and only while something is kept', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { kept, answers } = openKept();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(answers).toHaveLength(0);
  void kept.send(['a']);
  answers[0]?.(false);
  await vi.advanceTimersByTimeAsync(10_000);
  answers[1]?.(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(kept.has('a')).toBe(false);
  const tried = answers.length;
  for (const answer of answers) answer(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(answers).toHaveLength(tried);
});

it('tries no more once it is closed', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { kept, answers } = openKept();
  void kept.send(['a']);
  answers[0]?.(false);
  kept.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(answers).toHaveLength(1);
});

it('keeps a bounded number of tags', async () => {
  const { kept, answers } = openKept();
  const tags = Array.from({ length: 50_000 }, (_, index) => `tag-${index}`);
  const sent = kept.send(tags);
  answers[0]?.(false);
  await sent;
  expect(kept.has('tag-0')).toBe(true);
  expect(kept.has('tag-49999')).toBe(false);
});
