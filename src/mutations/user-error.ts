import type { ErrorCode } from '../contract/error-code.ts';
import { VendorError } from '../contract/vendor-error.ts';

/** Why a change was refused because of its input. */
export interface UserError {
  readonly message: string;
  readonly code: ErrorCode;
  /** Path of the input's field; null = not known. */
  readonly field: readonly string[] | null;
}

/** The user error in a vendor's failure; null when the input is not at fault. */
export function userErrorIn(error: unknown): UserError | null {
  if (!(error instanceof VendorError)) return null;
  if (error.kind !== 'invalid-input' && error.kind !== 'not-found') return null;
  return { message: error.message, code: error.code, field: error.field ?? null };
}
