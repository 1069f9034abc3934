/**
 * Where the gateway is in its life. `/ready` answers 200 only while it is ready; queries are refused only while it
 * drains.
 */
export type LifePhase = 'draining' | 'ready' | 'starting';
