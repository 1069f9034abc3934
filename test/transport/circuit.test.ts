import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { VendorError, type VendorErrorKind } from '../../src/contract/vendor-error.ts';
import { Circuit, probeAfter } from '../../src/transport/circuit.ts';
import { CallAbandoned, CallCutShort } from '../../src/transport/health-verdict.ts';

/** A clock that goes on when it is told to, in milliseconds. */
let now = 60_000;

beforeEach(() => {
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  onTestFinished(() => void vi.restoreAllMocks());
});

const failure = (kind: VendorErrorKind) =>
  new VendorError({ kind, message: 'for the test', source: 'shop', operation: 'things.get' });

async function fail(circuit: Circuit, count: number, error: Error = failure('unavailable')): Promise<void> {
  for (let call = 0; call < count; call += 1) await circuit.run(() => Promise.reject(error)).catch(() => {});
}

async function succeed(circuit: Circuit, count: number): Promise<void> {
  for (let call = 0; call < count; call += 1) await circuit.run(async () => 'well');
}

describe('the health of a source', () => {
  it('is worse with each failure, until it is down after three without a success between', async () => {
    const circuit = new Circuit();
    const seen = [circuit.status()];
    for (let call = 0; call < 3; call += 1) {
      await fail(circuit, 1);
      seen.push(circuit.status());
    }
    expect(seen).toEqual(['UP', 'DEGRADED', 'DEGRADED', 'DOWN']);
    expect(circuit.refusedFor).toBe(0);
  });

  it('is that of its last twenty calls, of which a fifth may fail', async () => {
    const circuit = new Circuit();
    for (let call = 0; call < 5; call += 1) {
      await fail(circuit, 1);
      await succeed(circuit, 3);
    }
    expect(circuit.status()).toBe('DEGRADED');
    await succeed(circuit, 1);
    expect(circuit.status()).toBe('UP');
  });

  it('is degraded by the last call alone, and forgets what was a minute ago', async () => {
    const circuit = new Circuit();
    await succeed(circuit, 19);
    await fail(circuit, 1);
    expect(circuit.status()).toBe('DEGRADED');
    await fail(circuit, 1);
    await succeed(circuit, 1);
    await fail(circuit, 2);
    await succeed(circuit, 1);
    await fail(circuit, 2);
    await succeed(circuit, 1);
    expect(circuit.status()).toBe('DEGRADED');
    now += 60_000;
    expect(circuit.status()).toBe('UP');
  });
});

describe('the circuit of a source', () => {
  it('opens after two seconds of failures only, be they three', async () => {
    const circuit = new Circuit();
    await fail(circuit, 2);
    now += 1999;
    await fail(circuit, 1);
    expect(circuit.refusedFor).toBe(0);
    now += 1;
    await fail(circuit, 1);
    expect(circuit.refusedFor).toBe(probeAfter);
  });

  it('stays closed over two failures, however long ago the first was', async () => {
    const circuit = new Circuit();
    await fail(circuit, 1);
    now += 10_000;
    await fail(circuit, 1);
    expect(circuit.refusedFor).toBe(0);
  });

  it.each([
    ['that nobody waited for', new CallAbandoned()],
    ['that had hardly any time', new CallCutShort(failure('timeout'))],
  ])('learns nothing of calls %s', async (_which, neutral) => {
    const circuit = new Circuit();
    await fail(circuit, 30, neutral);
    expect([circuit.status(), circuit.refusedFor]).toEqual(['UP', 0]);
    await fail(circuit, 9);
    // Nor are they a sign of life.
    await fail(circuit, 30, neutral);
    expect(circuit.refusedFor).toBe(0);
    await fail(circuit, 1);
    expect(circuit.refusedFor).toBe(probeAfter);
    now += probeAfter;
    expect(circuit.refusedFor).toBe(0);
    await fail(circuit, 1, neutral);
    expect(circuit.refusedFor).toBe(probeAfter);
  });

  it('tells each of its positions', async () => {
    const positions: string[] = [];
    const circuit = new Circuit((position) => positions.push(position));
    await fail(circuit, 10);
    now += probeAfter;
    await succeed(circuit, 1);
    expect(positions).toEqual(['open', 'probing', 'closed']);
  });
});
