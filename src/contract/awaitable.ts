/** A value where there is nothing to wait for, else a promise of it. */
export type Awaitable<T> = T | Promise<T>;
