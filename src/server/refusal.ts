import type { ErrorCode } from '../contract/error-code.ts';
import { preferredAnswerType } from '../plugins/accepted-types.ts';
import { neverSent } from '../plugins/use-request-record.ts';
import { pageHeaders } from './cors.ts';

/** Why a request is answered without the GraphQL server. */
export interface Refusal {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
}

/** The gateway is stopping. */
export const shuttingDown: Refusal = {
  status: 503,
  code: 'SHUTTING_DOWN',
  message: 'the gateway is stopping; ask another replica or try again shortly',
};

/** A request would have to wait too long. */
export const overloaded: Refusal = {
  status: 503,
  code: 'OVERLOADED',
  message: 'the gateway has too much to do; ask another replica or try again shortly',
};

/** An answer takes longer than a request may take. */
export const timedOut: Refusal = {
  status: 504,
  code: 'TIMEOUT',
  message: 'the answer was not ready in time',
};

/** A program around the gateway has read the body and kept it to itself. */
export const bodyGone: Refusal = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message:
    'the program around the gateway has read the body already: hand requests on before it does, or with what was read in request.body',
};

/** A request names a host with which no URL can be made. */
export const noHost: Refusal = {
  status: 400,
  code: 'BAD_USER_INPUT',
  message: 'expected the header Host to name a host',
};

/**
 * A request came under a domain, though the gateway is open to this machine alone: a foreign web page may have given its
 * own domain the address of this machine, and would read the answer.
 */
export const foreignHost: Refusal = {
  status: 403,
  code: 'FORBIDDEN',
  message:
    'without clients, only requests to this machine (localhost) are answered, but the header Host names a domain; add clients, or set server.allowAnonymous: true',
};

/** What is recorded of a request whose caller left before it began. It is sent to nobody. */
export const callerLeft = { status: neverSent.status, code: neverSent.codes[0] } as const;

/** A refusal as HTTP has it. */
export interface RefusalAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What an answer that refuses a request takes from it. */
export interface RefusedHead {
  /** Gives a header of the request. */
  readonly header: (name: string) => string | null | undefined;
  readonly requestId: string;
}

/** The answer to a request that is refused; the pages of `cors` may read it. */
export function refusalAnswer(
  { status, code, message }: Refusal,
  { header, requestId }: RefusedHead,
  cors: readonly string[],
): RefusalAnswer {
  const extensions = { code, requestId, ...(status > 500 ? { retryable: true } : {}) };
  return {
    status,
    headers: {
      ...pageHeaders(header('origin') ?? undefined, cors),
      ...(status === 503 ? { 'Retry-After': '1' } : {}),
      'Content-Type': `${preferredAnswerType(header('accept') ?? '')}; charset=utf-8`,
      'X-Content-Type-Options': 'nosniff',
      'X-Request-Id': requestId,
    },
    body: `${JSON.stringify({ errors: [{ message, extensions }] })}\n`,
  };
}
