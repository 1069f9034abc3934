/** Calls to the vendor that the gateway and the hand-written plan may have under way at once. */
export const inFlight = 128;
