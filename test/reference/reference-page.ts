import {
  astFromValue,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  print,
  type GraphQLArgument,
  type GraphQLDirective,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';

const introduction = `# Schema reference

Everything that can be asked and told, in the words that GraphiQL shows. \`npm run reference:page\` writes this page out of the schema, and a test compares the two. How to use it: [querying](querying.md), [changes](mutations.md), [pages and partial results](pagination-and-partial-results.md).`;

type Named = Pick<GraphQLNamedType, 'description' | 'name'>;
type Given = Pick<GraphQLArgument, 'defaultValue' | 'description' | 'name' | 'type'>;

const builtIn = new Set(['Boolean', 'Float', 'ID', 'Int', 'String']);
const builtInDirectives = new Set(['deprecated', 'include', 'oneOf', 'skip', 'specifiedBy']);

/** The page \`docs/schema-reference.md\`. */
export function referencePage(schema: GraphQLSchema): string {
  const sections = sectionsOf(schema).filter(([, entries]) => entries.length > 0);
  const contents = sections.map(([title]) => `[${title}](#${title.toLowerCase().replaceAll(' ', '-')})`);
  const parts = sections.map(([title, entries]) => `## ${title}\n\n${entries.join('\n\n')}`);
  return `${[introduction, contents.join(' · '), ...parts].join('\n\n')}\n`;
}

function sectionsOf(
  schema: GraphQLSchema,
): readonly (readonly [title: string, entries: readonly string[]])[] {
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__') && !builtIn.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const objects = types.filter(isObjectType).filter((type) => !roots.includes(type));
  const endingIn = (pattern: RegExp) => objects.filter(({ name }) => pattern.test(name)).map(fieldsEntry);
  const directives = schema.getDirectives().filter(({ name }) => !builtInDirectives.has(name));
  return [
    ['What can be asked', roots.flatMap((root) => (root ? [fieldsEntry(root)] : []))],
    ['Objects', endingIn(/^(?!.*(?:Connection|Edge|Payload)$)/)],
    [
      'Interfaces and unions',
      [
        ...types.filter(isInterfaceType).map(fieldsEntry),
        ...types
          .filter(isUnionType)
          .map((type) => entry(type, `One of ${type.getTypes().map(linked).join(', ')}.`)),
      ],
    ],
    ['Enumerations', types.filter(isEnumType).map(enumEntry)],
    ['Scalars', types.filter(isScalarType).map((type) => entry(type))],
    ['Inputs', types.filter(isInputObjectType).map(inputEntry)],
    ['Payloads of changes', endingIn(/Payload$/)],
    ['Pages of lists', endingIn(/(?:Connection|Edge)$/)],
    ['Instructions', directives.map(directiveEntry)],
  ];
}

function entry({ name, description }: Named, ...parts: readonly string[]): string {
  return [`### ${name}`, prose(description), ...parts].filter((part) => part !== '').join('\n\n');
}

function fieldsEntry(type: GraphQLInterfaceType | GraphQLObjectType): string {
  const also = type.getInterfaces().map(linked);
  const rows = Object.values(type.getFields()).flatMap(fieldRows);
  return entry(
    type,
    also.length > 0 ? `Implements ${also.join(', ')}.` : '',
    table(['field', 'type', 'meaning'], rows),
  );
}

function fieldRows({ name, type, args, description }: GraphQLField<unknown, unknown>): string[][] {
  return [
    [code(name), typeText(type), cell(description)],
    ...args.map((argument) => givenRow(argument, `${name}: `)),
  ];
}

function inputEntry(type: GraphQLInputObjectType): string {
  const rows = Object.values(type.getFields()).map((field) => givenRow(field));
  return entry(type, table(['field', 'type, default', 'meaning'], rows));
}

function enumEntry(type: GraphQLEnumType): string {
  const rows = type.getValues().map(({ name, description }) => [code(name), cell(description)]);
  return entry(type, table(['value', 'meaning'], rows));
}

function directiveEntry({ name, description, args }: GraphQLDirective): string {
  const rows = args.map((argument) => givenRow(argument));
  return entry({ name: `@${name}`, description }, table(['argument', 'type, default', 'meaning'], rows));
}

function givenRow({ name, type, defaultValue, description }: Given, of = ''): string[] {
  const preset = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  const isTold = of === '' ? code(name) : `↳ ${code(name)}`;
  return [isTold, `${typeText(type)}${preset ? `, ${code(print(preset))}` : ''}`, cell(description)];
}

function typeText(type: GraphQLType): string {
  const { name } = getNamedType(type);
  const [before = '', after = ''] = String(type).split(name);
  const shown = builtIn.has(name) ? name : linked({ name });
  return `${before.replaceAll('[', '\\[')}${shown}${after.replaceAll(']', '\\]')}`;
}

function linked({ name }: Pick<GraphQLNamedType, 'name'>): string {
  return `[${name}](#${name.toLowerCase()})`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return [line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(row))].join('\n');
}

/** Descriptions are Markdown; their lines are wrapped. */
function prose(description: string | null | undefined): string {
  return (description ?? '').replaceAll(/(?<!\n)\n(?![\n-])/g, ' ');
}

function cell(description: string | null | undefined): string {
  return prose(description).replaceAll('|', '\\|').replaceAll(/\n+/g, '<br>');
}

function code(text: string): string {
  return `\`${text}\``;
}
