import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeTypeDefs } from '@graphql-tools/merge';
import { makeExecutableSchema } from '@graphql-tools/schema';
import {
  buildSchema,
  introspectionFromSchema,
  parse,
  print,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { resolvers } from '../resolvers/index.ts';
import { scalarForms } from '../resolvers/scalars.ts';
import { withFittingNumbers } from './fitting-numbers.ts';
import { publishedCosts, withPublishedCosts } from './published-costs.ts';
import { subgraphDefinitions } from './subgraph-definitions.ts';
import { withUsualPages } from './usual-pages.ts';

/** The folder with the schema's files; it lies beside `src` and, in the package, beside `dist`. */
const schemaFolder = join(import.meta.dirname, '..', '..', 'schema');

let graph: DocumentNode | undefined;
let definitions: string | undefined;
let introspection: string | undefined;
let subgraph: string | undefined;

/** The graph's definition in the schema definition language. */
export function typeDefinitions(): string {
  return (definitions ??= print(withDefinitions(pricedGraph(), publishedCosts)));
}

/** What introspection tells of the graph, as JSON: for tools that cannot read the definition. */
export function introspectedDefinitions(): string {
  return (introspection ??= JSON.stringify(introspectionFromSchema(buildSchema(typeDefinitions()))));
}

/** The graph's definition as a subgraph of Apollo Federation 2. */
export function federatedTypeDefinitions(): string {
  return (subgraph ??= subgraphDefinitions(pricedGraph()));
}

/**
 * The graph with its resolvers, and with what routers of a federated graph ask for. A list without `first` has
 * `maxPageSize` rows at most; `maxPageSize` left out = as many as the schema says.
 */
export function createSchema(maxPageSize = Infinity): GraphQLSchema {
  const schema = makeExecutableSchema({
    typeDefs: [typeDefinitions(), ...readFiles('subgraph')],
    resolvers: [
      resolvers as Record<string, object>,
      scalarForms,
      { Query: { _service: () => ({ sdl: federatedTypeDefinitions() }) } },
    ],
  });
  return withUsualPages(withFittingNumbers(schema), maxPageSize);
}

function pricedGraph(): DocumentNode {
  return (graph ??= withPublishedCosts(mergeTypeDefs(readFiles('.'))));
}

function readFiles(subfolder: string): DocumentNode[] {
  const folder = join(schemaFolder, subfolder);
  // Not a pattern: looking for one needs a working directory, which may have been deleted.
  const files = readdirSync(folder).filter((file) => file.endsWith('.graphql'));
  return files.sort().map((file) => parse(readFileSync(join(folder, file), 'utf8')));
}

function withDefinitions(document: DocumentNode, added: DocumentNode): DocumentNode {
  return { ...document, definitions: [...added.definitions, ...document.definitions] };
}
