import type { IncomingMessage, ServerResponse } from 'node:http';
import { Overloaded, type Admission } from './admission.ts';
import { overloaded, type Refuse } from './refusal.ts';

/** Answers a request, without a look at whether there is time for it. */
export type Respond = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Lets requests be answered when there is time for them; whoever leaves before that is not answered. */
export function admittedRoute(respond: Respond, admission: Admission, refuse: Refuse) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    // A page that asks whether it may ask: it could not read a refusal.
    if (request.method === 'OPTIONS') return respond(request, response);
    const signal = leaving(response);
    try {
      await admission.run(() => respond(request, response), signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Overloaded)) throw error;
      refuse(request, response, overloaded);
    }
  };
}

/** Aborted when the caller goes away before the answer was sent. */
export function leaving(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
