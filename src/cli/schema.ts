import { typeDefinitions } from '../server/schema.ts';

/** Prints the schema definition. */
export async function printSchema(): Promise<number> {
  process.stdout.write(`${typeDefinitions()}\n`);
  return 0;
}
