/** Where the gateway is in its life. Only a ready one says so at `/ready`; only a draining one refuses queries. */
export type LifePhase = 'draining' | 'ready' | 'starting';
