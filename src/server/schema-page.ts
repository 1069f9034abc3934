import {
  astFromValue,
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  print,
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import { escaped, pageStyle } from './page-style.ts';
import { typeDefinitions } from './schema.ts';

type Group = readonly [title: string, types: readonly GraphQLNamedType[]];
type Given = Pick<GraphQLArgument, 'defaultValue' | 'description' | 'name' | 'type'>;

const builtIn: ReadonlySet<string> = new Set(['Boolean', 'Float', 'ID', 'Int', 'String']);

const style = `${pageStyle}
header p { margin: .4rem 0 1rem; max-width: 46rem } nav ul { list-style: none; padding: 0; margin: .2rem 0 .8rem; columns: 15rem; font-size: .9rem }
h2 { font-size: 1.15rem; margin: 2.2rem 0 .4rem } h3 { font-size: 1rem; margin: 0 0 .2rem; overflow-wrap: anywhere }
section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: .8rem 1rem; margin: 0 0 1rem; scroll-margin-top: 1rem }
section:target { border-color: var(--link) } section > p { margin: 0 0 .5rem; max-width: 50rem; color: var(--faint) }
dl { margin: 0 } dt { padding: .45rem 0 0; border-top: 1px solid var(--line); overflow-wrap: anywhere } dd { margin: 0 0 .45rem; color: var(--faint); max-width: 50rem }
dd dl { margin: .2rem 0 0 1rem } code { font: .9em ui-monospace, monospace } dt > code:first-child { font-weight: 600 }
`;

let page: string | undefined;

/** The schema for people: every type, field, argument and value in the words of its description, on one page. */
export function schemaPage(): string {
  return (page ??= pageOf(buildSchema(typeDefinitions())));
}

function pageOf(schema: GraphQLSchema): string {
  const groups = groupsOf(schema).filter(([, types]) => types.length > 0);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Deskgraph: documentation of the schema</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Schema</h1>
<p>Everything that can be asked and told. <a href="./">How the help desks are doing</a> is another page, and so is the schema <a href="schema.graphql">as a file</a> for tools.</p>
</header>
<nav aria-label="Types">
${groups.map(([title, types]) => `<strong>${title}</strong><ul>${types.map(({ name }) => `<li>${link(name)}</li>`).join('')}</ul>`).join('\n')}
</nav>
<main>
${groups.map(([title, types]) => `<h2>${title}</h2>\n${types.map(section).join('\n')}`).join('\n')}
</main>
</body>
</html>
`;
}

function groupsOf(schema: GraphQLSchema): readonly Group[] {
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__') && !builtIn.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const objects = types.filter(isObjectType).filter((type) => !roots.includes(type));
  return [
    ['What can be asked', roots.flatMap((root) => root ?? [])],
    ['Objects', objects.filter((type) => !isListPart(type) && !isPayload(type))],
    ['Interfaces and unions', types.filter((type) => isInterfaceType(type) || isUnionType(type))],
    ['Enumerations', types.filter(isEnumType)],
    ['Scalars', types.filter(isScalarType)],
    ['Inputs', types.filter(isInputObjectType)],
    ['Payloads of changes', objects.filter(isPayload)],
    ['Pages of lists', objects.filter(isListPart)],
  ];
}

function isListPart({ name }: GraphQLNamedType): boolean {
  return /(?:Connection|Edge)$/.test(name);
}

function isPayload({ name }: GraphQLNamedType): boolean {
  return name.endsWith('Payload');
}

function section(type: GraphQLNamedType): string {
  const rows = rowsOf(type);
  const content = rows === '' ? '' : `\n<dl>${rows}</dl>`;
  return `<section id="${type.name}"><h3>${type.name}</h3>\n<p>${prose(type.description)}</p>${content}</section>`;
}

function rowsOf(type: GraphQLNamedType): string {
  if (isEnumType(type)) {
    return type
      .getValues()
      .map(({ name, description }) => row(name, '', prose(description)))
      .join('');
  }
  if (isUnionType(type)) {
    return type
      .getTypes()
      .map(({ name }) => `<dt>${link(name)}</dt>`)
      .join('');
  }
  if (isInputObjectType(type)) return givenRows(Object.values(type.getFields()));
  if (!isObjectType(type) && !isInterfaceType(type)) return '';
  return Object.values(type.getFields())
    .map(({ name, type: of, args, description }) => {
      const given = args.length > 0 ? `<dl>${givenRows(args)}</dl>` : '';
      return row(name, typeText(of), `${prose(description)}${given}`);
    })
    .join('');
}

function givenRows(all: readonly Given[]): string {
  return all
    .map(({ name, type, defaultValue, description }) => {
      const preset = defaultValue === undefined ? null : astFromValue(defaultValue, type);
      const shown = preset ? ` = <code>${escaped(print(preset))}</code>` : '';
      return row(name, `${typeText(type)}${shown}`, prose(description));
    })
    .join('');
}

function row(name: string, type: string, meaning: string): string {
  return `<dt><code>${name}</code>${type === '' ? '' : `: ${type}`}</dt><dd>${meaning}</dd>`;
}

function typeText(type: GraphQLType): string {
  const { name } = getNamedType(type);
  const shown = builtIn.has(name) ? name : link(name);
  return `<code>${String(type).replace(name, shown)}</code>`;
}

function link(name: string): string {
  return `<a href="#${name}">${name}</a>`;
}

/** A description as HTML. Descriptions are Markdown, of which they use nothing but code spans. */
function prose(description: string | null | undefined): string {
  return escaped(description ?? '').replaceAll(/`([^`]+)`/g, '<code>$1</code>');
}
