import type { ErrorCode } from './error-code.ts';

/**
 * What each kind of vendor failure means: the code callers see, whether a read may be tried again, and whether
 * it speaks against the vendor's health (counts for the circuit breaker).
 */
export const vendorErrorKinds = {
  /** The gateway's credentials were refused. */
  unauthenticated: { code: 'UPSTREAM_AUTH', retryable: false, unhealthy: false },
  /** There is no such thing. */
  'not-found': { code: 'NOT_FOUND', retryable: false, unhealthy: false },
  /** The vendor refuses the input; the message holds the vendor's own words. */
  'invalid-input': { code: 'BAD_USER_INPUT', retryable: false, unhealthy: false },
  /** The vendor, or the budget towards it, allows no call now. */
  'rate-limited': { code: 'UPSTREAM_RATE_LIMITED', retryable: true, unhealthy: false },
  /** No answer before the deadline. */
  timeout: { code: 'UPSTREAM_TIMEOUT', retryable: true, unhealthy: true },
  /** Refused, reset, no address, or a status that says the vendor is broken. */
  unavailable: { code: 'UPSTREAM_UNAVAILABLE', retryable: true, unhealthy: true },
  /** Cut off, too big, not parseable, or not what the vendor's document says. */
  'bad-response': { code: 'UPSTREAM_BAD_RESPONSE', retryable: true, unhealthy: true },
  /** Not what the vendor's document says, although it is clear what was done: asking again does not help. */
  'wrong-answer': { code: 'UPSTREAM_BAD_RESPONSE', retryable: false, unhealthy: false },
  /** Too many calls to this source under way. */
  busy: { code: 'UPSTREAM_BUSY', retryable: true, unhealthy: false },
  /** The source failed repeatedly and is left alone for a moment. */
  'circuit-open': { code: 'CIRCUIT_OPEN', retryable: true, unhealthy: false },
  /** This vendor cannot do that. */
  unsupported: { code: 'UNSUPPORTED', retryable: false, unhealthy: false },
  /** This vendor cannot apply that filter. */
  'unsupported-filter': { code: 'UNSUPPORTED_FILTER', retryable: false, unhealthy: false },
  /** A change was sent and nobody can know whether it took effect. */
  'outcome-unknown': { code: 'OUTCOME_UNKNOWN', retryable: false, unhealthy: true },
} as const satisfies Record<string, { code: ErrorCode; retryable: boolean; unhealthy: boolean }>;

/** The closed list of vendor failures. */
export type VendorErrorKind = keyof typeof vendorErrorKinds;

/** What a vendor error is made of. */
export interface VendorErrorOptions {
  readonly kind: VendorErrorKind;
  /** For callers: what was expected and what came. Never a secret, a URL with a query, or a vendor's raw body. */
  readonly message: string;
  /** Name of the source. */
  readonly source: string;
  /** Which vendor operation failed, such as `conversations.list`. */
  readonly operation: string;
  /** Wait before trying again, in milliseconds: what the vendor said, or how long it is left alone anyway. */
  readonly retryAfterMs?: number | undefined;
  /** The vendor's HTTP status, when there was an answer. */
  readonly status?: number | undefined;
  /** Which part of a mutation's input is at fault, where that is known. */
  readonly field?: readonly string[] | undefined;
  /** Whether a part of a change was made before it failed; the message says which. @default false */
  readonly halfMade?: boolean | undefined;
}

/** Any failure of a source. Built from named fields only, so that no library error can carry a secret along. */
export class VendorError extends Error {
  override readonly name = 'VendorError';
  readonly kind: VendorErrorKind;
  readonly source: string;
  readonly operation: string;
  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;
  readonly field: readonly string[] | undefined;
  readonly halfMade: boolean;

  constructor(options: VendorErrorOptions) {
    super(options.message);
    this.kind = options.kind;
    this.source = options.source;
    this.operation = options.operation;
    this.retryAfterMs = options.retryAfterMs;
    this.status = options.status;
    this.field = options.field;
    this.halfMade = options.halfMade ?? false;
  }

  /** The same failure with some of its details replaced. */
  with(told: Partial<Pick<VendorErrorOptions, 'halfMade' | 'message' | 'retryAfterMs'>>): VendorError {
    const { kind, message, source, operation, retryAfterMs, status, field, halfMade } = this;
    const same = { kind, message, source, operation, retryAfterMs, status, field, halfMade };
    return new VendorError({ ...same, ...told });
  }

  /** The code callers see. */
  get code(): ErrorCode {
    return vendorErrorKinds[this.kind].code;
  }

  /** Whether asking again may help. */
  get retryable(): boolean {
    return vendorErrorKinds[this.kind].retryable && !this.halfMade;
  }
}

/** Whether an error says that the thing asked for is gone. */
export function isNotFound(error: unknown): error is VendorError {
  return error instanceof VendorError && error.kind === 'not-found';
}
