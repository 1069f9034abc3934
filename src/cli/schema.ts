import { federatedTypeDefinitions, introspectedDefinitions, typeDefinitions } from '../server/schema.ts';
import type { CommandOptions } from './options.ts';
import { print } from './print.ts';

/** Prints the schema: its definition, that of the subgraph, or what introspection tells. */
export async function printSchema({ federation, json }: CommandOptions): Promise<number> {
  const text = json ? introspectedDefinitions() : federation ? federatedTypeDefinitions() : typeDefinitions();
  await print(`${text}\n`);
  return 0;
}
