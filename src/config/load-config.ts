import type * as z from 'zod';
import { LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import { faultsOfAliases } from './alias-faults.ts';
import type { Config, SourceConfig, VendorSettings } from './config.ts';
import { ConfigError, type ConfigFault } from './config-error.ts';
import { faultsOfClients } from './client-faults.ts';
import { configSchema, sourceName } from './config-schema.ts';
import type { Environment } from './environment-value.ts';
import { namingVariables, withOverrides } from './environment-overrides.ts';
import { interpolateAll } from './interpolate.ts';
import { lineOfPath, type LineOf } from './line-of-path.ts';
import { faultsOfListening } from './open-listening.ts';
import type { Operations } from './operations-file.ts';
import { persistedOperations } from './persisted-operations.ts';
import { faultsOfIssue } from './schema-faults.ts';
import { valueAt } from './value-at.ts';

const maxBytes = 1_000_000;

/** What a configuration is made from. */
export interface ConfigInput {
  /** Name of the file, for errors. */
  readonly file: string;
  /** The file's YAML. */
  readonly text: string;
  readonly environment: Environment;
  readonly vendors: readonly VendorSettings[];
  /** Whether the gateway is going to listen: a host at which it must not is then a fault. @default false */
  readonly listens?: boolean;
}

/** Reads and checks a configuration. Throws one `ConfigError` with all faults. */
export function loadConfig({ file, text, environment, vendors, listens = false }: ConfigInput): Config {
  if (text.length > maxBytes) {
    throw new ConfigError(file, [{ path: '', line: null, message: `larger than ${maxBytes} characters` }]);
  }
  const lines = new LineCounter();
  const yaml = text.replace(/^\uFEFF/, '');
  const document = parseDocument(yaml, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
  });
  // Warnings count as faults: they are about tags that mean nothing here, such as `!env NAME`.
  const syntaxFaults = [...document.errors, ...document.warnings].map((error): ConfigFault => {
    return { path: '', line: lines.linePos(error.pos[0]).line, message: syntaxWords(error, yaml) };
  });
  if (syntaxFaults.length > 0) throw new ConfigError(file, onePerLine(syntaxFaults));
  const faults: ConfigFault[] = [];

  const lineOf: LineOf = (path) => lineOfPath(document, lines, path);
  const onFault = (path: readonly string[], message: string) =>
    faults.push({ path: path.join('.'), line: lineOf(path), message });
  const written = plainValue(document, lines, file);
  const data = withOverrides(interpolateAll(written, environment, onFault), environment, onFault);
  const schema = configSchema(vendors);
  const typed = withNumbersOf(schema.safeParse(data), data, written);
  const parsed = schema.safeParse(typed);
  if (!parsed.success) {
    const told = new Set(faults.map(({ path }) => path));
    faults.push(
      ...parsed.error.issues
        .flatMap((issue) => faultsOfIssue(issue, { data, written, vendors, environment, lineOf }))
        .filter(({ path }) => !told.has(path)),
    );
  }
  const persisted = persistedOperations({ data: typed, written, file, lineOf });
  faults.push(...faultsOfNames(data, lineOf), ...faultsOfClients(data, written, lineOf), ...persisted.faults);
  if (listens) {
    faults.push(
      ...faultsOfListening(typed).map((fault) => ({ ...fault, line: lineOf(fault.path.split('.')) })),
    );
  }
  if (!parsed.success || faults.length > 0)
    throw new ConfigError(file, faults.map(namingVariables(environment)));
  return toConfig(parsed.data, persisted.operations);
}

/** What is wrong with a file that is not YAML, without the words at the place, which may be a secret. */
function syntaxWords({ code, message, pos: [place] }: YAMLError, yaml: string): string {
  if (yaml.startsWith('${', place - 1)) return 'inside braces and brackets, "${NAME}" must be quoted';
  if (code === 'DUPLICATE_KEY') return `the key ${keyAt(yaml, place)}is given twice`;
  if (code === 'MULTIPLE_DOCS') return 'expected one document, but got several (---)';
  if (code === 'TAG_RESOLVE_FAILED')
    return 'tags (!name) are not supported; quote a value that begins with !';
  return message.replace(/(?<=\S): .*/s, '');
}

/** A key in quotes, when it looks like one of this file's and not like a secret in the wrong place. */
function keyAt(yaml: string, place: number): string {
  const [name] = /^["']?[A-Za-z][A-Za-z0-9-]{0,31}(?=["']?\s*:)/.exec(yaml.slice(place, place + 40)) ?? [];
  return name ? `"${name.replace(/^["']/, '')}" ` : '';
}

/** The first fault of each line: the others follow from it. */
function onePerLine(faults: readonly ConfigFault[]): readonly ConfigFault[] {
  return faults.filter(({ line }, index) => faults.findIndex((fault) => fault.line === line) === index);
}

/** The file as plain values. Throws `ConfigError` where aliases name nothing, lead in a circle or grow to very much. */
function plainValue(document: Document, lines: LineCounter, file: string): unknown {
  try {
    const value: unknown = document.toJS() ?? {};
    JSON.stringify(value);
    return value;
  } catch {
    const faults = onePerLine(faultsOfAliases(document, lines));
    if (faults.length > 0) throw new ConfigError(file, faults);
    throw new ConfigError(file, [
      { path: '', line: null, message: 'has aliases (*name) that lead in a circle or grow too large' },
    ]);
  }
}

function toConfig(parsed: z.infer<ReturnType<typeof configSchema>>, operations: Operations): Config {
  const sources = Object.entries(parsed.sources).map(
    ([name, source]) => ({ ...source, name }) as unknown as SourceConfig,
  );
  return Object.freeze({ ...parsed, sources, operations });
}

function faultsOfNames(data: unknown, lineOf: LineOf): ConfigFault[] {
  const sources = valueAt(data, ['sources']);
  if (sources === null || typeof sources !== 'object') return [];
  return Object.keys(sources)
    .filter((name) => !sourceName.test(name))
    .map((name) => ({
      path: `sources.${name}`,
      line: lineOf(['sources', name]),
      message: 'a source’s name begins with a-z and has at most 32 characters, of a-z, 0-9 and -',
    }));
}

type ParseResult = ReturnType<ReturnType<typeof configSchema>['safeParse']>;

/** Variables can only hold text: where a number or true or false is expected, reads their text as one. */
function withNumbersOf(parsed: ParseResult, data: unknown, written: unknown): unknown {
  if (parsed.success) return data;
  const result = structuredClone(data);
  for (const issue of parsed.error.issues) {
    if (issue.code !== 'invalid_type') continue;
    const text = valueAt(data, issue.path);
    if (typeof text !== 'string' || !isVariable(valueAt(written, issue.path))) continue;
    const value = toPlain(issue.expected, text);
    const parent = valueAt(result, issue.path.slice(0, -1)) as Record<PropertyKey, unknown>;
    if (value !== undefined) parent[issue.path.at(-1) ?? ''] = value;
  }
  return result;
}

function toPlain(expected: string, text: string): unknown {
  if (expected === 'boolean') return { true: true, false: false }[text];
  const isNumber = (expected === 'number' || expected === 'int') && /^-?\d+(?:\.\d+)?$/.test(text);
  return isNumber ? Number(text) : undefined;
}

/** Whether a value of the file is filled in from the environment. */
function isVariable(value: unknown): boolean {
  return typeof value === 'string' && value.includes('${');
}
