import { VendorError } from '../contract/vendor-error.ts';

/** A call that the gateway itself did not let out: nothing was sent, and trying at once again is of no use. */
export class CallRefused extends VendorError {}
