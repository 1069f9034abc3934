import { expect, it } from 'vitest';
import { pastedReference } from '../../src/resolvers/pasted-reference.ts';

it.each([
  'ABC-DEFGH-123',
  ' ABC-DEFGH-123\n',
  '#ABC-DEFGH-123',
  '[#ABC-DEFGH-123]',
  '(ABC-DEFGH-123).',
  '“ABC-DEFGH-123”,',
  "'ABC-DEFGH-123':",
])('takes a reference out of %j', (text) => {
  expect(pastedReference(text)).toBe('ABC-DEFGH-123');
});

it.each(['', ' ', '#', '[]', '"."'])('finds none in %j', (text) => {
  expect(pastedReference(text)).toBe('');
});

it('leaves alone what stands inside', () => {
  expect(pastedReference('a.b#c')).toBe('a.b#c');
});

it('takes no longer for a long text', () => {
  const dots = '.'.repeat(200_000);
  expect(pastedReference(`x${dots}y`)).toBe(`x${dots}y`);
});
