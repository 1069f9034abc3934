import { VendorError, vendorErrorKinds, type VendorErrorKind } from '../contract/vendor-error.ts';
import { ExchangeError, type ExchangeFault } from './exchange-error.ts';
import { AnswerMisread, CallAbandoned } from './health-verdict.ts';
import type { CallLabel } from './request-encoding.ts';
import type { UpstreamReply } from './upstream-reply.ts';

/** Says what the failure of an attempt means to callers. */
export type TellFailure = (error: unknown, label: CallLabel) => Error;

const meanings: Readonly<Record<ExchangeFault, { kind: VendorErrorKind; message: string }>> = {
  aborted: { kind: 'timeout', message: 'the call was given up before the vendor answered' },
  broken: {
    kind: 'unavailable',
    message: 'the connection to the vendor broke before the answer was complete',
  },
  'cut-off': { kind: 'bad-response', message: 'the answer ends before it is complete' },
  'not-http': { kind: 'bad-response', message: 'expected an HTTP answer, got something that is none' },
  timeout: { kind: 'timeout', message: 'the vendor did not answer in time' },
  'too-big': { kind: 'bad-response', message: 'the answer is larger than the source allows (maxResponseMb)' },
  unreachable: { kind: 'unavailable', message: 'no connection to the vendor' },
};

function meaningOf({ fault, reason }: ExchangeError): { kind: VendorErrorKind; message: string } {
  const { kind, message } = meanings[fault];
  return { kind, message: reason === null ? message : `${message}: ${reason}` };
}

/** The failure of a read. */
export const readFailure: TellFailure = (error, label) => {
  if (error instanceof ExchangeError) {
    return error.fault === 'aborted'
      ? new CallAbandoned()
      : new VendorError({ ...meaningOf(error), ...label });
  }
  // Errors of libraries may quote what the vendor sent.
  return isOwn(error) ? error : unreadable(label);
};

/**
 * The failure of a change. Once the change may have reached the vendor, and the vendor has not said what became of it,
 * its outcome is unknown.
 */
export const writeFailure: TellFailure = (error, label) => {
  const told = readFailure(error, label);
  const sent = error instanceof ExchangeError ? error.sent : !(told instanceof CallAbandoned);
  const unclear =
    told instanceof CallAbandoned || (told instanceof VendorError && vendorErrorKinds[told.kind].unhealthy);
  if (!sent || !unclear) return told;
  const message =
    'the change was sent, and the vendor did not say whether it took effect; read what it concerns before trying again';
  const status = told instanceof VendorError ? told.status : undefined;
  return new VendorError({ kind: 'outcome-unknown', message, status, ...label });
};

/**
 * The failure of an attempt in the form in which it counts for the vendor's health: neither an odd row, however often
 * it is read, nor something that the vendor does not have (4xx) is an outage.
 */
export function misreadIfWhole(error: Error, reply: UpstreamReply | undefined): Error {
  if (!reply || !(error instanceof VendorError) || !vendorErrorKinds[error.kind].unhealthy) return error;
  const isRefusal = reply.status >= 400 && reply.status < 500;
  return isRefusal || (error.kind === 'bad-response' && reply.isWhole) ? new AnswerMisread(error) : error;
}

/** A read that got no answer before its deadline. */
export function deadlineError(label: CallLabel): VendorError {
  return new VendorError({ ...meanings.timeout, ...label });
}

/** A change whose request was over before its turn came. */
export function unsentError(label: CallLabel): VendorError {
  const message = 'the request was over before the change could be sent, so nothing was';
  return new VendorError({ kind: 'timeout', message, ...label });
}

function isOwn(error: unknown): error is Error {
  return error instanceof VendorError || error instanceof CallAbandoned;
}

function unreadable(label: CallLabel): VendorError {
  return new VendorError({
    kind: 'bad-response',
    message: "the vendor's answer is not of the documented form",
    ...label,
  });
}
