import { expect, it } from 'vitest';
import { isSecretName, toRawRecord } from '../../src/vendor-kit/raw-record.ts';
import { ownTime } from '../support/own-time.ts';

it('drops everything named like a secret from a record, at any depth', () => {
  const record = {
    id: '1',
    apikey: 'a',
    client_secret: 'b',
    nested: [{ authToken: 'c', keyboard: 'azerty' }],
  };
  expect(toRawRecord(record)).toEqual({ id: '1', nested: [{ keyboard: 'azerty' }] });
});

it('drops the only one of a record, however deep it lies', () => {
  const record = { id: '1', rows: [{ note: null }, { owner: { token: 'a', name: null } }] };
  expect(toRawRecord(record)).toEqual({ id: '1', rows: [{ note: null }, { owner: { name: null } }] });
});

const secrets =
  'password_hash passwordHash hashed_password passwd pwd user-pwd password_sha256 pass passphrase API_KEY x-api-key apiKeyV3 private_key secretKey accessTokens token_value db_credentials sessionId browsercookiename';
it.each(secrets.split(' '))('takes %s for the name of a secret', (name) => {
  expect(isSecretName(name)).toBe(true);
});

const others =
  'passport bypass passed password_changed_at password_policy secretary token_count key keyboard monkey keywords author chat_session_id sessions authorized hash salt';
it.each(others.split(' '))('takes %s for the name of any column', (name) => {
  expect(isSecretName(name)).toBe(false);
});

it('tells at once what a long name is', async () => {
  const spent = await ownTime(() => {
    expect(isSecretName(`token${'1'.repeat(10_000)}x`)).toBe(false);
    expect(isSecretName('pass'.repeat(2000))).toBe(false);
  });
  expect(spent).toBeLessThan(500);
});

it('gives a record without secrets as it is', () => {
  const record = { id: '1', nested: [{ key: 'order', value: null }] };
  expect(toRawRecord(record)).toBe(record);
});

const nested = (levels: number): unknown => JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels));

it('gives a record as it is that is nested as deep as anybody nests', () => {
  const record = { id: '1', odd: nested(90) };
  expect(toRawRecord(record)).toBe(record);
});

it('says where a record is nested deeper than can be written, and keeps the rest of it', () => {
  const told = toRawRecord({ id: '1', odd: nested(20_000), more: [2] });
  expect(told).toMatchObject({ id: '1', odd: { a: { a: {} } }, more: [2] });
  expect(JSON.stringify(told)).toMatch(/"a":"\[nested too deep\]"\}/);
});

it('says the same of lists in lists', () => {
  const lists: unknown = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000));
  expect(JSON.stringify(toRawRecord({ lists }))).toMatch(/\["\[nested too deep\]"\]/);
});
