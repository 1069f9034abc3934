import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { parse, print, type GraphQLSchema } from 'graphql';
import { mergeTypeDefs } from '@graphql-tools/merge';
import { resolvers } from '../resolvers/index.ts';
import { withPublishedCosts } from './published-costs.ts';

/** The folder with the schema's files; it lies beside `src` and, in the package, beside `dist`. */
const schemaFolder = join(import.meta.dirname, '..', '..', 'schema');

let definitions: string | undefined;

/** The graph's definition in the schema definition language. */
export function typeDefinitions(): string {
  definitions ??= readDefinitions();
  return definitions;
}

function readDefinitions(): string {
  const files = globSync('*.graphql', { cwd: schemaFolder }).sort();
  const merged = mergeTypeDefs(files.map((file) => parse(readFileSync(join(schemaFolder, file), 'utf8'))));
  return print(withPublishedCosts(merged));
}

/** The graph with its resolvers. */
export function createSchema(): GraphQLSchema {
  return makeExecutableSchema({
    typeDefs: typeDefinitions(),
    resolvers: resolvers as Record<string, object>,
  });
}
