/** At once where there is nothing to wait for, later where there is. */
export type Awaitable<T> = T | Promise<T>;
