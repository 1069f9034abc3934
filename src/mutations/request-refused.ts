import type { ErrorCode } from '../contract/error-code.ts';

/** A mutation that cannot be made as it is asked for; no vendor was called. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  readonly code: Extract<ErrorCode, 'BAD_USER_INPUT' | 'FORBIDDEN'>;

  constructor(code: RequestRefused['code'], message: string) {
    super(message);
    this.code = code;
  }
}
