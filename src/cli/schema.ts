import { federatedTypeDefinitions, typeDefinitions } from '../server/schema.ts';
import type { CommandOptions } from './options.ts';

/** Prints the schema definition, as it is or as a subgraph. */
export async function printSchema({ federation }: CommandOptions): Promise<number> {
  process.stdout.write(`${federation ? federatedTypeDefinitions() : typeDefinitions()}\n`);
  return 0;
}
