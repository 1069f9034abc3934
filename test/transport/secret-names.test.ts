import { expect, it } from 'vitest';
import { withoutSecrets } from '../../src/transport/secret-names.ts';

it('drops everything named like a secret from a record, at any depth', () => {
  const record = {
    id: '1',
    apikey: 'a',
    client_secret: 'b',
    nested: [{ authToken: 'c', keyboard: 'azerty' }],
  };
  expect(withoutSecrets(record)).toEqual({ id: '1', nested: [{ keyboard: 'azerty' }] });
});

it('gives a record without secrets as it is', () => {
  const record = { id: '1', nested: [{ key: 'order', value: null }] };
  expect(withoutSecrets(record)).toBe(record);
});
