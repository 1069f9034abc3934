import { VendorError, vendorErrorKinds } from '../contract/vendor-error.ts';

/** A call that nobody waited for: says nothing about the vendor's health. */
export class CallAbandoned extends Error {
  override readonly name = 'CallAbandoned';
}

/** A time-out that says nothing about the vendor's health, because the call had hardly any time. */
export class CallCutShort extends VendorError {}

/**
 * An answer that came whole, or as a refusal (4xx), but is not what the vendor's document says. It shows that the
 * vendor is up.
 */
export class AnswerMisread extends VendorError {}

/** Whether a failure says nothing about the vendor's health. */
export function isNeutral(error: unknown): boolean {
  return error instanceof CallAbandoned || error instanceof CallCutShort;
}

/**
 * Whether the circuit takes a failure for a failed call. That includes neutral ones, because a probe that nobody waited
 * for proves no recovery.
 */
export function isUnhealthy(error: unknown): boolean {
  if (isNeutral(error)) return true;
  if (error instanceof AnswerMisread) return false;
  return error instanceof VendorError && vendorErrorKinds[error.kind].unhealthy;
}
