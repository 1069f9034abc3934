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

  it('is the same whether nothing is given or an object without anything in it', () => {
    const bare = listIdentity('notes', [null, ['support']]);
    expect(listIdentity('notes', [undefined, ['support']])).toBe(bare);
    expect(listIdentity('notes', [{}, ['support']])).toBe(bare);
    expect(listIdentity('notes', [{ tag: null, search: undefined }, ['support']])).toBe(bare);
    expect(listIdentity('notes', [{ assigned: false }, ['support']])).not.toBe(bare);
  });

  it.each([
    ['another name', 'others', { tag: 'vip' }],
    ['another value', 'notes', { tag: 'VIP' }],
    ['another argument', 'notes', { search: 'vip' }],
    ['one more argument', 'notes', { tag: 'vip', assigned: false }],
    ['a list instead of its value', 'notes', { tag: ['vip'] }],
    ['another list', 'notes', { tag: ['v', 'ip'] }],
  ])('differs by %s', (_, name, filter) => {
    expect(listIdentity(name, filter)).not.toBe(listIdentity('notes', { tag: 'vip' }));
    expect(listIdentity(name, filter)).not.toBe(listIdentity('notes', { tag: ['vi', 'p'] }));
  });

  it('is the same whatever the order of what a filter accepts, and how often that is named', () => {
    const written = listIdentity('notes', { filter: { status: ['OPEN', 'NEW'] }, sources: ['shop', 'desk'] });
    expect(
      listIdentity('notes', { filter: { status: ['NEW', 'OPEN', 'NEW'] }, sources: ['desk', 'shop'] }),
    ).toBe(written);
  });

  it('differs by the order of what is no filter, such as a source and a key', () => {
    expect(listIdentity('notes', ['shop', 'desk'])).not.toBe(listIdentity('notes', ['desk', 'shop']));
  });

  it('does not show the arguments', () => {
    expect(listIdentity('notes', { email: 'ann@example.org' })).toMatch(/^[\w-]{22}$/);
  });
});
