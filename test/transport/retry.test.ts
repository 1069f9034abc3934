import { expect, it } from 'vitest';
import { Cancellation } from '../../src/cache/cancellation.ts';
import { VendorError } from '../../src/contract/vendor-error.ts';
import { CallRefused } from '../../src/transport/call-refused.ts';
import { RetryBudget } from '../../src/transport/retry-budget.ts';
import { tryAgain } from '../../src/transport/retry.ts';

const label = { source: 'shop', operation: 'things.get', message: 'told to callers' };

it('fails with what the vendor did, and not with what the gateway did about it', async () => {
  const late = new VendorError({ kind: 'timeout', ...label });
  const refused = new CallRefused({ kind: 'circuit-open', ...label });
  let retries = 0;
  const again = tryAgain(() => Promise.reject(refused), late, {
    retries: 2,
    budget: new RetryBudget(),
    deadline: () => Date.now() + 10_000,
    cancellation: new Cancellation(),
    onRetry: () => (retries += 1),
  });
  await expect(again).rejects.toBe(late);
  expect(retries).toBe(0);
});
