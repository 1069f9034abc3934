import type { Agent } from '../contract/agent.ts';
import { VendorError } from '../contract/vendor-error.ts';
import type { DirectoryReader } from '../contract/directory-reader.ts';
import type { Directories, HelpdeskSource } from '../contract/helpdesk-source.ts';
import { nameKey } from '../contract/name-key.ts';
import { mergeDirectories, type DirectoryEntry } from '../federation/directory-merge.ts';
import type {
  AgentFilter,
  QueryAgentsArgs,
  QueryDepartmentsArgs,
  QueryTagsArgs,
} from '../generated/schema-types.ts';
import { inSource, type LoadableEntities, type SourceEntity } from '../loaders/source-entity.ts';
import { keyInSource, sourcesNamed } from './address.ts';
import type { GatewayContext } from './context.ts';
import { shownName } from './entity-fields.ts';
import { filterText } from './filter-text.ts';
import type { RootConnection } from './models.ts';
import { pageTerms, type ListArguments } from './page-terms.ts';
import { toRootConnection } from './to-connection.ts';

/** The types that are listed as a whole, by name. */
type DirectoryType = Exclude<keyof Directories, 'File'>;

type Accepts<Type extends DirectoryType> = DirectoryEntry<LoadableEntities[Type]>['accepts'];

/** Resolves a root list of a directory, such as `Query.departments`. */
export function directoryConnection<Type extends DirectoryType>(type: Type) {
  return (_root: unknown, listArguments: Partial<QueryDepartmentsArgs>, context: GatewayContext) =>
    listDirectories(type, listArguments, context, () => undefined);
}

/** Resolves `Query.tags`. */
export function tagsConnection(listArguments: Partial<QueryTagsArgs>, context: GatewayContext) {
  const wanted = filterText('name', listArguments.filter?.name, nameKey);
  return listDirectories('Tag', listArguments, context, () =>
    wanted === undefined ? undefined : (tag) => nameKey(tag.name ?? '') === wanted,
  );
}

/** Resolves `Query.agents`. */
export function agentsConnection(listArguments: Partial<QueryAgentsArgs>, context: GatewayContext) {
  const { filter } = listArguments;
  return listDirectories('Agent', listArguments, context, (source) =>
    agentFilter(source, filter ?? {}, context),
  );
}

interface DirectoryListArguments extends ListArguments {
  readonly filter?: { readonly sources?: readonly string[] | null } | null;
}

async function listDirectories<Type extends DirectoryType>(
  type: Type,
  listArguments: DirectoryListArguments,
  context: GatewayContext,
  acceptsFor: (source: HelpdeskSource) => Accepts<Type> | RowSelection<LoadableEntities[Type]>,
): Promise<RootConnection<SourceEntity<Type>>> {
  const { filter } = listArguments;
  const sources = sourcesNamed(filter?.sources, context);
  const page = await mergeDirectories<LoadableEntities[Type]>({
    listName: type,
    type,
    nameOf: (row) => shownName(type, row),
    sources: sources.map((source) => entryOf(source, type, acceptsFor(source))),
    identity: { filter, sources: sources.map(({ name }) => name) },
    ...pageTerms(listArguments, context),
  });
  return toRootConnection(type, page);
}

function entryOf<Type extends DirectoryType>(
  source: HelpdeskSource,
  type: Type,
  accepts: Accepts<Type> | RowSelection<LoadableEntities[Type]>,
): DirectoryEntry<LoadableEntities[Type]> {
  const reader = source.directories[type] as DirectoryReader<LoadableEntities[Type]> | undefined;
  if (typeof accepts !== 'object') return { source, reader, accepts };
  const list = reader?.list?.bind(reader);
  if (!list) return { source };
  return {
    source,
    reader: {
      async list(context) {
        const [answer, keys] = await Promise.all([list(context), accepts.keys()]);
        return {
          ...answer,
          value: answer.value.filter((row) => accepts.matches(row) && keys.every((set) => set.has(row.key))),
        };
      },
    },
  };
}

/** A filter of rows that depends on other records. */
interface RowSelection<Row> {
  readonly matches: (row: Row) => boolean;
  /** The sets of keys in all of which a row's key must be. */
  keys(): Promise<readonly ReadonlySet<string>[]>;
}

function agentFilter(
  source: HelpdeskSource,
  filter: AgentFilter,
  context: GatewayContext,
): RowSelection<Agent> | 'none' | undefined {
  const department = keyInSource(filter.departmentId, 'Department', source);
  const website = keyInSource(filter.websiteId, 'Website', source);
  if (department === 'elsewhere' || website === 'elsewhere') return 'none';
  if (!department && !website && filter.online == null) return undefined;
  return {
    matches: ({ availability }) => filter.online == null || (availability?.online ?? false) === filter.online,
    keys: () =>
      Promise.all([
        ...(department ? [agentKeysOf('Department', department.key, 'departmentId', source, context)] : []),
        ...(website ? [agentKeysOf('Website', website.key, 'websiteId', source, context)] : []),
      ]),
  };
}

/** The keys of the agents of a department or web site. Fails where the vendor does not tell them. */
async function agentKeysOf(
  type: 'Department' | 'Website',
  key: string,
  argument: string,
  source: HelpdeskSource,
  { loaders }: GatewayContext,
): Promise<ReadonlySet<string>> {
  const entity = await loaders.entity(source, type, key);
  if (entity === null) return new Set();
  const agents = await loaders.told(inSource(type, source, entity), 'agents');
  if (agents) return new Set(agents.map((agent) => agent.key));
  throw new VendorError({
    kind: 'unsupported-filter',
    message: `source "${source.name}" cannot apply the filter ${argument}: its vendor does not tell who works there`,
    source: source.name,
    operation: 'agents.list',
  });
}
