import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { optional } from '../../src/vendor-kit/optional-field.ts';
import { unexpectedForm, validated } from '../../src/vendor-kit/unexpected-form.ts';

const label = { source: 'desk', operation: 'conversations.get' };
const schema = z.object({ id: z.string(), from: z.object({ name: optional(z.string()) }).optional() });

describe('validated', () => {
  it('gives a value of the schema', () => {
    expect(validated(schema, { id: 'a' }, 'a ticket', label)).toEqual({ id: 'a' });
  });

  it('tells the place of what does not fit, and never the value', () => {
    const read = () => validated(schema, { id: 'a', from: 'canary' }, 'a ticket', label);
    expect(read).toThrow(
      expect.objectContaining({
        kind: 'bad-response',
        message: 'expected a ticket, got another form at from',
        ...label,
      }),
    );
  });

  it('tells that all of a value is something else', () => {
    expect(() => validated(schema, 'canary', 'a ticket', label)).toThrow(
      'expected a ticket, got something else',
    );
    expect(unexpectedForm('JSON', null, label).message).toBe('expected JSON, got something else');
  });
});

describe('optional', () => {
  it.each([{}, { name: null }, { name: 7 }, { name: ['Ann'] }])('counts %j as lacking', (from) => {
    expect(validated(schema, { id: 'a', from }, 'a ticket', label).from?.name ?? null).toBeNull();
  });
});
