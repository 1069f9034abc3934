import { describe, expect, it } from 'vitest';
import { listIdentity } from '../../src/federation/list-identity.ts';

describe('the identity of a list', () => {
  it('is the same however the arguments are written', () => {
    const written = listIdentity('notes', { status: ['OPEN'], tag: 'vip' });
    expect(listIdentity('notes', { tag: 'vip', status: ['OPEN'] })).toBe(written);
    expect(listIdentity('notes', { tag: 'vip', search: null, channel: undefined, status: ['OPEN'] })).toBe(
      written,
    );
  });

  it.each([
    ['another name', 'others', { tag: 'vip' }],
    ['another value', 'notes', { tag: 'VIP' }],
    ['another argument', 'notes', { search: 'vip' }],
    ['one more argument', 'notes', { tag: 'vip', assigned: false }],
    ['the order of a list', 'notes', { tag: ['p', 'vi'] }],
  ])('differs by %s', (_, name, filter) => {
    expect(listIdentity(name, filter)).not.toBe(listIdentity('notes', { tag: 'vip' }));
    expect(listIdentity(name, filter)).not.toBe(listIdentity('notes', { tag: ['vi', 'p'] }));
  });

  it('does not show the arguments', () => {
    expect(listIdentity('notes', { email: 'ann@example.org' })).toMatch(/^[\w-]{22}$/);
  });
});
