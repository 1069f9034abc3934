import { Pool, type Dispatcher } from 'undici';

/** How a stretch of load went. */
export interface LoadResult {
  readonly requests: number;
  readonly perSecond: number;
  readonly failures: number;
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
}

/** One answer. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly milliseconds: number;
}

/** A client of one target. */
export class LoadClient {
  readonly #pool: Pool;

  constructor(origin: string, connections: number) {
    this.#pool = new Pool(origin, {
      connections,
      pipelining: 1,
      headersTimeout: 120_000,
      bodyTimeout: 120_000,
    });
  }

  /** Sends one query. */
  async ask(body: string): Promise<Reply> {
    const began = performance.now();
    const { statusCode, body: answer } = await this.#pool.request(requestOf(body));
    const text = await answer.text();
    return { status: statusCode, text, milliseconds: performance.now() - began };
  }

  /** Keeps so many connections busy for so long; each asks what `bodyOf` says for it and its turn. */
  async sustain(
    connections: number,
    seconds: number,
    bodyOf: (connection: number, turn: number) => string,
  ): Promise<LoadResult> {
    const latencies: number[] = [];
    const began = performance.now();
    const end = began + seconds * 1000;
    let failures = 0;
    let bytes = 0;
    const work = async (connection: number) => {
      for (let turn = 0; performance.now() < end; turn += 1) {
        const start = performance.now();
        const size = await this.#drain(bodyOf(connection, turn));
        latencies.push(performance.now() - start);
        if (size === null) failures += 1;
        else bytes += size;
      }
    };
    await Promise.all(Array.from({ length: connections }, (_, connection) => work(connection)));
    const elapsed = (performance.now() - began) / 1000;
    latencies.sort((a, b) => a - b);
    const requests = latencies.length;
    const at = (share: number) => latencies[Math.min(requests - 1, Math.floor(requests * share))] ?? 0;
    return { requests, perSecond: requests / elapsed, failures, p50: at(0.5), p99: at(0.99), bytes };
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }

  /** Sends a query and counts the bytes of the answer; null = it failed. Costs as little as can be. */
  #drain(body: string): Promise<number | null> {
    return new Promise((resolve) => {
      let size = 0;
      let status = 0;
      this.#pool.dispatch(requestOf(body), {
        onRequestStart() {},
        onResponseStart(_controller, code) {
          status = code;
        },
        onResponseData(_controller, chunk) {
          size += chunk.length;
        },
        onResponseEnd: () => resolve(status === 200 ? size : null),
        onResponseError: () => resolve(null),
      });
    });
  }
}

function requestOf(body: string): Dispatcher.DispatchOptions & { readonly method: 'POST' } {
  return {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
  };
}
