import { describe, expect, test } from 'vitest';
import { noConnectionReason } from '../../src/transport/no-connection.ts';

describe('why there is no connection', () => {
  test('is said in words, with the code', () => {
    expect(noConnectionReason('ENOTFOUND')).toBe('there is no host of its name (ENOTFOUND)');
    expect(noConnectionReason('ERR_TLS_CERT_ALTNAME_INVALID')).toBe(
      'its certificate is for another name (ERR_TLS_CERT_ALTNAME_INVALID)',
    );
  });

  test('is the code alone where it is not known, and nothing where it is none', () => {
    expect(noConnectionReason('ENETDOWN')).toBe('ENETDOWN');
    for (const code of ['', 'no code', 'connect to 10.0.0.1', 'toString']) {
      expect(noConnectionReason(code)).toBeNull();
    }
  });
});
