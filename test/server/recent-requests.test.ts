import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RecentRequests } from '../../src/server/recent-requests.ts';

const scopes = fc.constantFrom('["a",["x"]]', '["a",["x","y"]]', '["b",["x"]]');
/** Few lengths and few letters, so that many fall into one place. */
const bodies = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', '"'), minLength: 10, maxLength: 14 }),
  fc.integer({ min: 8190, max: 8194 }).map((length) => 'x'.repeat(length)),
);

describe('requests seen lately', () => {
  test('are read as if each was the first', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(scopes, bodies), { minLength: 2, maxLength: 200 }), (requests) => {
        const recent = new RecentRequests();
        const keys = new Map<string, string>();
        for (const [scope, body] of requests) {
          const { text, key } = recent.read(scope, Buffer.from(body));
          expect(text).toBe(body);
          const same = keys.get(key) ?? `${scope} ${body}`;
          expect(same).toBe(`${scope} ${body}`);
          keys.set(key, same);
        }
        expect(keys.size).toBe(new Set(requests.map(([scope, body]) => `${scope} ${body}`)).size);
      }),
    );
  });
});
