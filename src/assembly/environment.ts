import type { Environment } from '../config/environment-value.ts';

/** The only place where the process's environment is read. */
export const environment: Environment = process.env;
