import { join } from 'node:path';
import { startChild } from './child-process.ts';
import type { StubCount, StubOrder } from './stub.ts';

/** The running stub of the vendor. */
export interface Stub {
  readonly origin: string;
  /** Milliseconds before each answer from now on. */
  delay(milliseconds: number): void;
  /** What happened since this was asked last. */
  count(): Promise<StubCount>;
  stop(): Promise<void>;
}

/** Starts the stub of the vendor. */
export async function startStub(): Promise<Stub> {
  const child = await startChild(join(import.meta.dirname, 'stub.ts'), [], { core: 1 });
  return {
    origin: child.origin,
    delay: (delayMs) => child.tell({ delayMs } satisfies StubOrder),
    count: () => child.ask<StubCount>({ count: true } satisfies StubOrder),
    stop: () => child.stop(),
  };
}
