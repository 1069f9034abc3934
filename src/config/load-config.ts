import type * as z from 'zod';
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { closestName } from './closest-name.ts';
import type { Config, SourceConfig, VendorSettings } from './config.ts';
import { ConfigError, type ConfigFault } from './config-error.ts';
import { configSchema, knownKeys, sourceName } from './config-schema.ts';
import { environmentValue, type Environment } from './environment-value.ts';
import { interpolate } from './interpolate.ts';

const maxBytes = 1_000_000;

/** What a configuration is made from. */
export interface ConfigInput {
  /** Shown in errors. */
  readonly file: string;
  /** The file's YAML. */
  readonly text: string;
  readonly environment: Environment;
  readonly vendors: readonly VendorSettings[];
}

/** Reads and checks a configuration. Throws one `ConfigError` with all faults. */
export function loadConfig({ file, text, environment, vendors }: ConfigInput): Config {
  if (text.length > maxBytes) {
    throw new ConfigError(file, [{ path: '', line: null, message: `larger than ${maxBytes} characters` }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines });
  const faults: ConfigFault[] = document.errors.map((error) => ({
    path: '',
    line: lines.linePos(error.pos[0]).line,
    message: error.message.split('\n')[0] ?? 'not YAML',
  }));
  if (faults.length > 0) throw new ConfigError(file, faults);

  const lineOf = (path: readonly PropertyKey[]) => lineOfPath(document, lines, path);
  const onFault = (path: readonly string[], message: string) =>
    faults.push({ path: path.join('.'), line: lineOf(path), message });
  const data = interpolateAll(document.toJS() ?? {}, environment, onFault);
  const parsed = configSchema(vendors).safeParse(withOverrides(data, environment, onFault));
  if (!parsed.success) {
    const told = new Set(faults.map(({ path }) => path));
    faults.push(
      ...parsed.error.issues
        .flatMap((issue) => faultsOf(issue, data, vendors, lineOf))
        .filter(({ path }) => !told.has(path)),
    );
  }
  faults.push(...faultsOfNames(data, lineOf));
  if (!parsed.success || faults.length > 0) throw new ConfigError(file, faults);

  const config = toConfig(parsed.data);
  const unknownSources = sourcesOfClientsThatAreNot(config, lineOf);
  if (unknownSources.length > 0) throw new ConfigError(file, unknownSources);
  return config;
}

function toConfig(parsed: z.infer<ReturnType<typeof configSchema>>): Config {
  const sources = Object.entries(parsed.sources).map(
    ([name, source]) => ({ ...source, name }) as unknown as SourceConfig,
  );
  return Object.freeze({ ...parsed, sources });
}

function faultsOfNames(
  data: unknown,
  lineOf: (path: readonly PropertyKey[]) => number | null,
): ConfigFault[] {
  const sources = valueAt(data, ['sources']);
  if (sources === null || typeof sources !== 'object') return [];
  return Object.keys(sources)
    .filter((name) => !sourceName.test(name))
    .map((name) => ({
      path: `sources.${name}`,
      line: lineOf(['sources', name]),
      message: 'a source’s name begins with a-z and has up to 32 of a-z, 0-9 and -',
    }));
}

function sourcesOfClientsThatAreNot(
  config: Config,
  lineOf: (path: readonly PropertyKey[]) => number | null,
): ConfigFault[] {
  const names = config.sources.map(({ name }) => name);
  return config.clients.flatMap((client, index) =>
    (client.sources ?? [])
      .filter((name) => !names.includes(name))
      .map((name) => ({
        path: `clients.${index}.sources`,
        line: lineOf(['clients', index, 'sources']),
        message: `there is no source "${name}"${suggestion(name, names)}`,
      })),
  );
}

type OnFault = (path: readonly string[], message: string) => void;

/** Replaces variables in every string, telling of each that cannot be. */
function interpolateAll(
  value: unknown,
  environment: Environment,
  onFault: OnFault,
  path: readonly string[] = [],
): unknown {
  if (typeof value === 'string') {
    const { value: text, faults } = interpolate(value, environment);
    for (const fault of faults) onFault(path, fault);
    return text;
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => interpolateAll(item, environment, onFault, [...path, String(index)]));
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      interpolateAll(item, environment, onFault, [...path, name]),
    ]),
  );
}

/** The keys that variables go before, whatever the file says. */
const overrides = [
  ['HOST', 'server', 'host'],
  ['PORT', 'server', 'port'],
  ['LOG_LEVEL', 'server', 'logLevel'],
  ['REDIS_URL', 'cache', 'redis'],
] as const;

function withOverrides(data: unknown, environment: Environment, onFault: OnFault): unknown {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return data;
  const result: Record<string, unknown> = { ...data };
  for (const [name, section, key] of overrides) {
    const { value, fault } = environmentValue(name, environment);
    const own = result[section] ?? {};
    if (fault) onFault([section, key], fault);
    else if (value && typeof own === 'object') result[section] = { ...own, [key]: value };
  }
  return result;
}

function faultsOf(
  issue: z.core.$ZodIssue,
  data: unknown,
  vendors: readonly VendorSettings[],
  lineOf: (path: readonly PropertyKey[]) => number | null,
): ConfigFault[] {
  const fault = (path: readonly PropertyKey[], message: string): ConfigFault => ({
    path: path.map(String).join('.'),
    line: lineOf(path),
    message,
  });
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path, vendors, valueAt(data, [...path, 'vendor']));
    return issue.keys.map((key) => fault([...path, key], `unknown key "${key}"${suggestion(key, known)}`));
  }
  if (issue.code === 'invalid_union' && path.at(-1) === 'vendor') {
    const ids = vendors.map(({ id }) => id);
    const given = valueAt(data, path);
    if (given === undefined) return [fault(path, `required: one of ${ids.join(', ')}`)];
    return [
      fault(
        path,
        `unknown vendor ${JSON.stringify(given)}${suggestion(JSON.stringify(given).slice(1, -1), ids)}; expected one of ${ids.join(', ')}`,
      ),
    ];
  }
  if (issue.code === 'invalid_type' && valueAt(data, path) === undefined) {
    return [fault(path, `required: expected ${issue.expected}`)];
  }
  if (issue.code === 'invalid_union' && valueAt(data, path) === undefined) return [fault(path, 'required')];
  return [fault(path, issue.message.replace(/^Invalid input: /, ''))];
}

function suggestion(name: string, known: readonly string[]): string {
  const closest = closestName(name, known);
  return closest ? `; did you mean "${closest}"?` : '';
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

/** The line of a path, else of the nearest thing around it that is in the file. */
function lineOfPath(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1).map(toIndex), true);
    const last = path[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === String(last))
      : undefined;
    const node = (pair?.key ?? document.getIn(path.slice(0, length).map(toIndex), true)) as
      | { range?: readonly number[] | null }
      | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return null;
}

function toIndex(key: PropertyKey): unknown {
  return typeof key === 'string' && /^\d+$/.test(key) ? Number(key) : key;
}
