import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityTypeCodes, type EntityType } from '../../src/contract/entity-type.ts';
import { decodeGlobalId, encodeGlobalId } from '../../src/contract/global-id.ts';

/** The id that says this, whether or not the gateway would. */
function idSaying(content: unknown): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}

const code = entityTypeCodes.Conversation;

describe('a global id', () => {
  it('says of every type what it was made from', () => {
    const types = Object.keys(entityTypeCodes) as EntityType[];
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.string(), fc.string(), (type, source, key) => {
        const address = { type, source, key };
        expect(decodeGlobalId(encodeGlobalId(address))).toEqual(address);
      }),
    );
  });

  it('means for ever what it meant when a client kept it', () => {
    expect(decodeGlobalId('WyJjIiwibWFpbiIsIjE3Il0')).toEqual({
      type: 'Conversation',
      source: 'main',
      key: '17',
    });
    expect(entityTypeCodes).toMatchObject({
      Agent: 'a',
      Article: 'ar',
      Company: 'co',
      Conversation: 'c',
      Customer: 'cu',
      CustomerGroup: 'cg',
      Department: 'd',
      File: 'f',
      KnowledgeBase: 'kb',
      Message: 'm',
      SatisfactionRating: 'sr',
      Source: 's',
      SuggestionCategory: 'sc',
      Tag: 't',
      Transaction: 'tr',
      Website: 'w',
    });
  });

  it('has a code of its own for every type', () => {
    const codes = Object.values(entityTypeCodes);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', Buffer.from('[').toString('base64url')],
    ['no list', idSaying({ 0: code, 1: 'main', 2: 'k', length: 3 })],
    ['null', idSaying(null)],
    ['too little', idSaying([code, 'main'])],
    ['too much', idSaying([code, 'main', 'k', 'more'])],
    ['a type that there is not', idSaying(['no such type', 'main', 'k'])],
    ['a type that is no text', idSaying([1, 'main', 'k'])],
    ['a source that is no text', idSaying([code, ['main'], 'k'])],
    ['a key that is no text', idSaying([code, 'main', 5])],
    ['null for a key', idSaying([code, 'main', null])],
    ['the same with spaces', Buffer.from(`["${code}", "main", "k"]`).toString('base64url')],
    ['the same with padding', `${idSaying([code, 'main', 'kk'])}=`],
    ['the same with a character that decoding skips', `${idSaying([code, 'main', 'k'])} `],
  ])('is none when it says %s', (_, id) => {
    expect(decodeGlobalId(id)).toBeNull();
  });
});
