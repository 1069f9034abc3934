import { createSourceEventStream, execute, GraphQLError, type ExecutionArgs } from 'graphql';
import { isAsyncIterable, mapAsyncIterator, type Plugin } from 'graphql-yoga';
import { qualityOf } from './accepted-types.ts';
import { conditionalRootFault } from './conditional-root.ts';
import { requestOf } from './request-of.ts';

/** Options of `useSubscriptions`. */
export interface SubscriptionsOptions<Context> {
  /** The context for answering one more event: with its own time limit, and nothing loaded yet. */
  readonly renew: (context: Context) => Context;
}

/**
 * Answers every event of a subscription with a context of its own. Refuses callers that do not accept a stream, and
 * subscriptions that a condition may leave without a field.
 */
export function useSubscriptions<Context extends object>({
  renew,
}: SubscriptionsOptions<Context>): Plugin<Context> {
  return {
    onValidate({ params, setResult }) {
      const fault = conditionalRootFault(params.documentAST);
      if (fault) setResult([fault]);
    },
    onSubscribe({ args, setSubscribeFn, setResultAndStopExecution }) {
      const request = requestOf(args);
      if (request && !takesEvents(request)) {
        setResultAndStopExecution({ errors: [needsStream()] });
        return;
      }
      setSubscribeFn(async (given: ExecutionArgs) => {
        const events = await createSourceEventStream(given);
        if (!isAsyncIterable(events)) return events;
        return mapAsyncIterator(events[Symbol.asyncIterator](), (event) => {
          const contextValue = {
            ...(given.contextValue as Context),
            ...renew(given.contextValue as Context),
          };
          return execute({ ...given, rootValue: event, contextValue });
        });
      });
    },
  };
}

function takesEvents({ headers }: Request): boolean {
  const accept = headers.get('accept');
  return accept === null || qualityOf(accept, 'text/event-stream') > 0;
}

function needsStream(): GraphQLError {
  return new GraphQLError(
    'a subscription is answered as server-sent events: send Accept: text/event-stream',
    {
      extensions: { code: 'BAD_USER_INPUT', http: { status: 406 } },
    },
  );
}
