import { describe, expect, it } from 'vitest';
import { VendorError } from '../../src/contract/vendor-error.ts';
import { asRequiredError } from '../../src/vendor-kit/required-error.ts';

const label = { source: 'support', operation: 'tags.list' };

describe('the failure of a read of what every account has', () => {
  it('is a bad answer where it says that there is no such thing', () => {
    const missing = new VendorError({ kind: 'not-found', message: 'no such thing', status: 404, ...label });
    expect(asRequiredError(missing, label, 'a list')).toMatchObject({
      kind: 'bad-response',
      status: 404,
      message: 'expected a list, got the answer that there is no such thing',
      ...label,
    });
  });

  it('is an outage where it says so with the status of one', () => {
    const missing = new VendorError({ kind: 'not-found', message: 'no such thing', status: 500, ...label });
    expect(asRequiredError(missing, label, 'a list')).toMatchObject({
      kind: 'unavailable',
      status: 500,
      ...label,
    });
  });

  it('is else what it is', () => {
    const outage = new VendorError({ kind: 'unavailable', message: 'not working', ...label });
    expect(asRequiredError(outage, label, 'a list')).toBe(outage);
    const fault = new TypeError('not a function');
    expect(asRequiredError(fault, label, 'a list')).toBe(fault);
  });
});
