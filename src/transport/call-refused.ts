import { VendorError } from '../contract/vendor-error.ts';

/** A call that the gateway itself refused: nothing was sent, and trying again at once does not help. */
export class CallRefused extends VendorError {}
