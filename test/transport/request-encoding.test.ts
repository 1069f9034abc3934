import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VendorError } from '../../src/contract/vendor-error.ts';
import {
  basePathOf,
  encodeParameters,
  encodePath,
  encodeRequest,
} from '../../src/transport/request-encoding.ts';

const label = { source: 'shop', operation: 'things.get' };
const encoded = (path: readonly string[]) => encodePath(path, '/api', label);

describe('a path segment', () => {
  it.each(['..', '.', 'a\u0000b', 'a\nb', 'x'.repeat(257), '\ud800'])(
    'is refused when it is %j',
    (segment) => {
      expect(() => encoded(['things', segment])).toThrow(VendorError);
    },
  );

  it('is refused when it is empty and not the last', () => {
    expect(() => encoded(['', 'things'])).toThrow('empty');
    expect(encoded(['things', ''])).toBe('/api/things/');
  });

  it.each([
    ['a/b', '/api/a%2Fb'],
    ['a?x=1#y', '/api/a%3Fx%3D1%23y'],
    ['%2e%2e', '/api/%252e%252e'],
    ['a..b', '/api/a..b'],
    ['anna+x@shop.example', '/api/anna%2Bx%40shop.example'],
    ['🙂', '/api/%F0%9F%99%82'],
  ])('%j goes out as %j', (segment, path) => {
    expect(encoded([segment])).toBe(path);
  });

  it('comes back out of the path as it went in, or is refused, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        (path) => {
          let result: string;
          try {
            result = encoded(path);
          } catch (error) {
            expect((error as VendorError).kind).toBe('invalid-input');
            return;
          }
          const seen = new URL(result, 'http://vendor.example').pathname.split('/').slice(2);
          expect(seen.map(decodeURIComponent)).toEqual(path);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('a request', () => {
  it('repeats the name of a list and leaves out what is undefined', () => {
    expect(encodeParameters({ a: ['1', '2'], b: undefined, 'c d': 'x&y=z +' })).toBe(
      'a=1&a=2&c%20d=x%26y%3Dz%20%2B',
    );
  });

  it('sends a form with its content type', () => {
    const { body, headers } = encodeRequest({ method: 'POST', path: [], form: { note: 'é&' } }, '/x', label);
    expect(body).toBe('note=%C3%A9%26');
    expect(headers['content-type']).toContain('x-www-form-urlencoded');
  });

  it('refuses a header that would begin another one', () => {
    const request = { method: 'GET', path: [], headers: { 'X-User': 'anna\r\nX-Admin: 1' } } as const;
    expect(() => encodeRequest(request, '/x', label)).toThrow('header X-User');
  });

  it('goes to the base URL itself when it has no path', () => {
    const base = basePathOf('https://vendor.example/services/desk.asmx', [], label);
    expect(encodePath([], base, label)).toBe('/services/desk.asmx');
    expect(encodePath([], basePathOf('https://vendor.example', [], label), label)).toBe('/');
  });
});
