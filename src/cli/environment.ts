import type { Environment } from '../config/interpolate.ts';

/** The only place where the process's environment is read. */
export const environment: Environment = process.env;
