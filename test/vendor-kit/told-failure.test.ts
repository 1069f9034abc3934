import { describe, expect, it } from 'vitest';
import { reasonsIn, tellsFailure } from '../../src/vendor-kit/told-failure.ts';

describe('an answer tells a failure', () => {
  it.each([
    [{ ok: false }, null],
    [{ success: false, message: 'last owner' }, 'last owner'],
    [{ success: 'false' }, null],
    [{ result: 'error' }, null],
    [{ ok: 'KO ' }, null],
    [{ result: false }, null],
    [{ result: 'Error: is owner' }, 'Error: is owner'],
    [{ result: 'failed to remove the agent' }, 'failed to remove the agent'],
    [{ result: ' fail: is owner' }, 'fail: is owner'],
    [{ result: 'error', message: 'is owner' }, 'is owner'],
    [{ status: 'FAILED', statuscode: 1 }, null],
    [{ error: true }, null],
    [{ error: 'is owner' }, 'is owner'],
    [{ error: { code: 5, message: 'is owner' } }, 'is owner'],
    [{ error: { detail: 'is owner' } }, 'is owner'],
    [{ error: { code: 'OWNER' } }, 'code: OWNER'],
    [{ errors: ['is owner', 'is last'] }, 'is owner; is last'],
    [{ errors: [null, ' ', ' is owner '] }, 'is owner'],
    [{ errors: [{ message: 'is owner' }] }, 'is owner'],
    [{ errors: { login: ['is owner'], name: 'is long' } }, 'login: is owner; name: is long'],
    [
      { errors: { 10: 'is owner', line2: 'is long', '3rd': 'is odd' } },
      'is owner; line2: is long; 3rd: is odd',
    ],
    [{ error: 'Bad Request', message: 'is owner' }, 'is owner; Bad Request'],
    [{ error: true, reason: 'is owner' }, 'is owner'],
    [{ error: { a: { b: { c: { d: 'deep' } } } } }, null],
    ['error', null],
  ])('%j, and why', (answer, reasons) => {
    expect(tellsFailure(answer)).toBe(true);
    expect(reasonsIn(answer)).toBe(reasons);
  });
});

it.each([[[]], [null], [undefined], [7], ['is owner']])('%j gives no reason', (answer) => {
  expect(reasonsIn(answer)).toBeNull();
});

describe('an answer tells no failure', () => {
  it.each([
    {},
    { ok: true },
    { success: true },
    { result: 'success' },
    { result: 'jenny.doe@example.com removed successfully' },
    { result: 'error@example.com removed successfully' },
    { result: 'Failure department removed: Success' },
    { result: 'removed without error' },
    { status: 'offline', login: 'a@example.com' },
    { error: null, errors: [] },
    { error: false, errors: {} },
    { error: '', id: 'Q1W2E' },
    { error: 0 },
    [],
    null,
    'success',
    'errors',
  ])('%j', (answer) => {
    expect(tellsFailure(answer)).toBe(false);
  });
});
