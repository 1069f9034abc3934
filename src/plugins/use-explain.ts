import type { ExecutionResult } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { CallEvent } from '../contract/call-context.ts';
import { requestOf } from './request-of.ts';

/** What was done at one source to answer a request. */
export interface SourceExplanation {
  readonly source: string;
  /** Calls made, in the order they were sent; those still under way have no status. */
  readonly calls: {
    readonly operation: string;
    readonly path: string;
    readonly milliseconds: number;
    readonly bytes: number;
    readonly status: number | null;
  }[];
  hits: number;
  misses: number;
  stale: number;
  coalesced: number;
  retries: number;
}

/** Sums up the events of one request by source. */
export function explain(events: readonly CallEvent[]) {
  const bySource = new Map<string, SourceExplanation>();
  for (const event of events) {
    let source = bySource.get(event.source);
    if (!source) {
      source = { source: event.source, calls: [], hits: 0, misses: 0, stale: 0, coalesced: 0, retries: 0 };
      bySource.set(event.source, source);
    }
    if (event.type === 'call') {
      const { operation, path, milliseconds, bytes, status } = event;
      source.calls.push({ operation, path, milliseconds: toTenths(milliseconds), bytes, status });
    } else {
      source[counters[event.type]] += 1;
    }
  }
  const sources = [...bySource.values()].sort((a, b) => (a.source < b.source ? -1 : 1));
  const sum = (count: (source: SourceExplanation) => number) =>
    sources.reduce((total, source) => total + count(source), 0);
  const sumOfCalls = (name: 'bytes' | 'milliseconds') =>
    sum(({ calls }) => calls.reduce((total, call) => total + call[name], 0));
  return {
    sources,
    total: {
      calls: sum(({ calls }) => calls.length),
      hits: sum(({ hits }) => hits),
      misses: sum(({ misses }) => misses),
      stale: sum(({ stale }) => stale),
      coalesced: sum(({ coalesced }) => coalesced),
      retries: sum(({ retries }) => retries),
      milliseconds: toTenths(sumOfCalls('milliseconds')),
      bytes: sumOfCalls('bytes'),
    },
  };
}

function toTenths(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

const counters = {
  hit: 'hits',
  miss: 'misses',
  stale: 'stale',
  coalesced: 'coalesced',
  retry: 'retries',
} as const;

/** Options of `useExplain`. */
export interface ExplainOptions {
  /** The events of a request that asked for an explanation; undefined = it did not ask. */
  readonly eventsOf: (request: Request) => CallEvent[] | undefined;
}

/**
 * Adds `extensions.explain` to the answer of a request that asked for it; to the last part of an answer in parts, and to
 * each event of a subscription, of which it tells what was done for it alone.
 */
export function useExplain({ eventsOf }: ExplainOptions): Plugin {
  return {
    onExecute({ args }) {
      const request = requestOf(args);
      const events = request && eventsOf(request);
      if (!events) return undefined;
      return {
        onExecuteDone({ result }) {
          if (!isAsyncIterable(result)) return undefined;
          return {
            onNext({ result: part, setResult }) {
              if (!isLast(part)) return;
              setResult(explained(part, events));
            },
          };
        },
      };
    },
    onSubscribe({ args }) {
      const request = requestOf(args);
      const events = request && eventsOf(request);
      if (!events) return undefined;
      return {
        onSubscribeResult: () => ({
          onNext: ({ result, setResult }) => setResult(explained(result, events.splice(0))),
        }),
      };
    },
    onResultProcess({ request, result, setResult }) {
      const events = eventsOf(request);
      if (!events || Array.isArray(result) || Symbol.asyncIterator in result) return;
      setResult(explained(result, events));
    },
  };
}

function explained<Result extends Pick<ExecutionResult, 'extensions'>>(
  result: Result,
  events: readonly CallEvent[],
): Result {
  return { ...result, extensions: { ...result.extensions, explain: explain(events) } };
}

function isLast(part: object): boolean {
  return !('hasNext' in part) || part.hasNext === false;
}
