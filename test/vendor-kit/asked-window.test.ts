import { describe, expect, it } from 'vitest';
import { openEnd, roundedWindow } from '../../src/vendor-kit/asked-window.ts';

const at = (time: string) => Date.parse(`2026-03-05T${time}Z`);
const window = { from: at('15:00:07.5'), to: at('15:30:07.5') };

describe('roundedWindow', () => {
  it('moves the far end out to the full minute, and leaves the near one', () => {
    const newest = roundedWindow({ window, order: { field: 'CREATED_AT', direction: 'DESC' } });
    expect(newest).toEqual({ from: at('15:00:00'), to: window.to });
    const oldest = roundedWindow({ window, order: { field: 'CREATED_AT', direction: 'ASC' } });
    expect(oldest).toEqual({ from: window.from, to: at('15:31:00') });
  });
});

describe('openEnd', () => {
  it.each([
    ['a minute ahead', '15:31:07.5'],
    ['now', '15:30:07.5'],
    ['a moment ago', '15:29:30'],
  ])('gives the full hour for an end that is %s', (_, end) => {
    expect(openEnd(at(end), at('15:30:07.5'))).toBe(at('16:00:00'));
  });

  it('lies at least a minute ahead', () => {
    expect(openEnd(at('15:59:30'), at('15:59:30'))).toBe(at('17:00:00'));
  });

  it('leaves an end that lies in the past', () => {
    expect(openEnd(at('15:12:34'), at('15:30:07.5'))).toBe(at('15:12:34'));
  });

  it('leaves an end that is open', () => {
    expect(openEnd(Infinity, at('15:30:07.5'))).toBe(Infinity);
  });
});
