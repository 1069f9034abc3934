/** What a code says about the request. */
export interface ErrorCodeMeaning {
  /** Whether the caller has to correct something: nothing failed in the gateway or behind it. */
  readonly isCallersFault: boolean;
  /** HTTP status of an answer without data; left out = 400, or 200 for a client that knows only application/json. */
  readonly status?: number;
}

/** Every code that an error of the API can carry (GraphQL enum `ErrorCode`), with what it says. */
export const errorCodes = {
  BAD_USER_INPUT: { isCallersFault: true },
  CIRCUIT_OPEN: { isCallersFault: false },
  FORBIDDEN: { isCallersFault: true, status: 403 },
  GRAPHQL_PARSE_FAILED: { isCallersFault: true },
  GRAPHQL_VALIDATION_FAILED: { isCallersFault: true },
  INTERNAL_SERVER_ERROR: { isCallersFault: false, status: 500 },
  NOT_FOUND: { isCallersFault: true },
  OUTCOME_UNKNOWN: { isCallersFault: false },
  OVERLOADED: { isCallersFault: false, status: 503 },
  PERSISTED_QUERY_NOT_FOUND: { isCallersFault: true },
  QUERY_TOO_COMPLEX: { isCallersFault: true, status: 400 },
  SHUTTING_DOWN: { isCallersFault: false, status: 503 },
  TIMEOUT: { isCallersFault: false, status: 504 },
  UNAUTHENTICATED: { isCallersFault: true, status: 401 },
  UNSUPPORTED: { isCallersFault: true },
  UNSUPPORTED_FILTER: { isCallersFault: true },
  UPSTREAM_AUTH: { isCallersFault: false },
  UPSTREAM_BAD_RESPONSE: { isCallersFault: false },
  UPSTREAM_BUSY: { isCallersFault: false },
  UPSTREAM_RATE_LIMITED: { isCallersFault: false },
  UPSTREAM_TIMEOUT: { isCallersFault: false },
  UPSTREAM_UNAVAILABLE: { isCallersFault: false },
} as const satisfies Readonly<Record<string, ErrorCodeMeaning>>;

/** A code that an error of the API can carry. */
export type ErrorCode = keyof typeof errorCodes;

const meanings: ReadonlyMap<unknown, ErrorCodeMeaning> = new Map(Object.entries(errorCodes));

/** What a code of an answer means; undefined = the API has no such code. */
export function meaningOf(code: unknown): ErrorCodeMeaning | undefined {
  return meanings.get(code);
}
