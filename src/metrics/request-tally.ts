/** Upper bounds of latencies, in seconds. */
export const latencyBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/**
 * Counts answers by status and by how long they took. As this is done for every answer, even those that take a few
 * microseconds, it only counts; names and labels are added when the figures are asked for.
 */
export class RequestTally {
  readonly #byStatus = new Map<number, number>();
  /** One for each bound, and one for what took longer. */
  readonly #byLatency = [...latencyBounds, Infinity].map(() => 0);
  #milliseconds = 0;

  add(status: number, milliseconds: number): void {
    this.#count(status);
    this.#milliseconds += milliseconds;
    let place = 0;
    while (milliseconds > (latencyBounds[place] ?? Infinity) * 1000) place += 1;
    this.#byLatency[place] = (this.#byLatency[place] ?? 0) + 1;
  }

  /** Counts a request that was turned away, which took no time. */
  refuse(status: number): void {
    this.#count(status);
  }

  /** The counts in the text format of Prometheus. */
  text(): string {
    const name = 'deskgraph_request_duration_seconds';
    let count = 0;
    const buckets = this.#byLatency.map((inBucket, place) => {
      count += inBucket;
      return `${name}_bucket{le="${latencyBounds[place] ?? '+Inf'}"} ${count}`;
    });
    return [
      ...headOf('deskgraph_requests_total', 'counter', 'GraphQL requests answered.'),
      ...[...this.#byStatus].map(
        ([status, times]) => `deskgraph_requests_total{status="${status}"} ${times}`,
      ),
      '',
      ...headOf(name, 'histogram', 'Time to answer a GraphQL request.'),
      ...buckets,
      `${name}_sum ${this.#milliseconds / 1000}`,
      `${name}_count ${count}`,
      '',
    ].join('\n');
  }

  #count(status: number): void {
    this.#byStatus.set(status, (this.#byStatus.get(status) ?? 0) + 1);
  }
}

function headOf(name: string, type: string, help: string): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`];
}
