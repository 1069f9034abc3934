import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../src/contract/entity-type.ts';
import { encodeGlobalId } from '../../src/contract/global-id.ts';
import type { HelpdeskSource } from '../../src/contract/helpdesk-source.ts';
import { InputReader } from '../../src/mutations/input-reader.ts';

const sources = new Map(
  ['support', 'tickets'].map((name) => [name, { name } as unknown as HelpdeskSource] as const),
);
const read = () => new InputReader(sources);
const id = (type: EntityType, source: string, key = 'k1') => encodeGlobalId({ type, source, key });

describe('reading the ids of an input', () => {
  it('finds the key and the source', () => {
    const reader = read();
    expect(reader.key(id('Tag', 'support'), 'tagId', 'Tag')).toBe('k1');
    expect(reader.chosen?.name).toBe('support');
    expect(reader.errors).toEqual([]);
  });

  it('takes a source that the caller cannot see for one that is gone', () => {
    const reader = read();
    reader.key(id('Tag', 'secret'), 'tagId', 'Tag');
    expect(reader.chosen).toBeNull();
    expect(reader.errors).toMatchObject([{ code: 'NOT_FOUND', field: ['tagId'] }]);
    expect(reader.errors[0]?.message).not.toContain('secret');
  });

  it('takes an empty key for something that is gone, as a path would end early with it', () => {
    const reader = read();
    reader.key(id('Agent', 'tickets', ''), 'agentId', 'Agent');
    expect(reader.errors).toMatchObject([{ code: 'NOT_FOUND', field: ['agentId'] }]);
  });

  it('refuses two sources, an id of another type, and a text that is no id', () => {
    const reader = read();
    reader.source('support');
    const refused = { code: 'BAD_USER_INPUT' };
    expect(() => reader.key(id('Tag', 'tickets'), 'tagId', 'Tag')).toThrow(expect.objectContaining(refused));
    expect(() => reader.key(id('Agent', 'support'), 'tagId', 'Tag')).toThrow(
      expect.objectContaining(refused),
    );
    expect(() => reader.key('k1', 'tagId', 'Tag')).toThrow(expect.objectContaining(refused));
    expect(() => reader.source('nowhere')).toThrow(/expected one of: support, tickets/);
  });
});

describe('reading the values of an input', () => {
  it('takes what may be left out, and checks it where it is given', () => {
    const reader = read();
    const agents = [id('Agent', 'support', 'a1'), id('Agent', 'support', 'a2')];
    expect(reader.optionalKey(agents[0], 'assigneeId', 'Agent')).toBe('a1');
    expect(reader.optionalKeys(agents, 'agentIds', 'Agent')).toEqual(['a1', 'a2']);
    expect(reader.optionalText('hello', 'note')).toBe('hello');
    expect(reader.optionalEmail(' jane@example.com', 'email')).toBe('jane@example.com');
    for (const nothing of [null, undefined]) {
      expect(reader.optionalKey(nothing, 'assigneeId', 'Agent')).toBeUndefined();
      expect(reader.optionalKeys(nothing, 'agentIds', 'Agent')).toBeUndefined();
      expect(reader.optionalText(nothing, 'note')).toBeUndefined();
      expect(reader.optionalEmail(nothing, 'email')).toBeUndefined();
    }
    expect(reader.errors).toEqual([]);
    reader.optionalText('', 'note');
    reader.optionalEmail('', 'email');
    expect(reader.errors).toMatchObject([{ field: ['note'] }, { field: ['email'] }]);
  });

  it('refuses input that contradicts itself as a whole', () => {
    const reader = read();
    reader.demand(true, 'well');
    expect(() => reader.demand(false, 'either one or the other')).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', message: 'either one or the other' }),
    );
  });

  it.each([
    'jane@example.com',
    ' jane.doe+tag@mail.example.co.uk ',
    'jürgen@exämple.de',
    "o'hara@example.ie",
  ])('takes the address %j', (address) => {
    const reader = read();
    expect(reader.email(address, 'email')).toBe(address.trim());
    expect(reader.errors).toEqual([]);
  });

  it.each([
    '',
    'jane',
    'jane@',
    '@example.com',
    'a b@example.com',
    'a@b',
    'a@b@c.example',
    'a@b.example,c@d.example',
    'a@b..example',
    'a@.example',
    'a@b.example.',
    'a\u0000@b.example',
    'a@b\u0007.example',
    'a@b.exam\u007Fple',
  ])('refuses the address %j', (address) => {
    const reader = read();
    reader.email(address, 'email');
    expect(reader.errors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['email'] }]);
  });

  it('tells everything that is wrong at once', () => {
    const reader = read();
    reader.text(' ', 'subject');
    reader.email('nobody', 'customerEmail');
    expect(reader.errors.map(({ field }) => field)).toEqual([['subject'], ['customerEmail']]);
  });
});
