import { parseArgs } from 'node:util';
import { closestName } from '../config/closest-name.ts';
import { deskNames } from '../sandbox/world/world.ts';
import type { CommandOptions } from './options.ts';
import { UsageError } from './usage.ts';

const commandNames = ['start', 'check', 'sandbox', 'schema'] as const;

/** Something the program can be told to do. */
export type CommandName = (typeof commandNames)[number];

/** What the command line asks for. */
export type CommandLine =
  | { readonly command: 'help' | 'version' }
  | { readonly command: CommandName; readonly options: CommandOptions };

const known = {
  config: { type: 'string', short: 'c' },
  federation: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  json: { type: 'boolean' },
  'port-base': { type: 'string' },
  seed: { type: 'string' },
  size: { type: 'string' },
  version: { type: 'boolean', short: 'v' },
} as const;

type OptionName = keyof typeof known;

/** Options that every command takes. */
const common: readonly OptionName[] = ['help', 'version'];
const own: Readonly<Record<CommandName, readonly OptionName[]>> = {
  start: ['config', 'seed', 'size'],
  check: ['config', 'seed', 'size'],
  sandbox: ['port-base', 'seed', 'size'],
  schema: ['federation', 'json'],
};

/** The last port that leaves room for one of each emulator. */
const lastPortBase = 65_536 - deskNames.length;
const largestSeed = 2 ** 32 - 1;
/** A world a hundred times the usual one takes gigabytes. */
const largestSize = 100;

/** Reads the words after the program's name. Throws `UsageError` for what it does not know. */
export function readCommandLine(words: readonly string[]): CommandLine {
  const { values, positionals, tokens } = parseArgs({
    args: [...words],
    options: known,
    allowPositionals: true,
    // In strict mode the messages would explain how to escape arguments, which is not the problem here.
    strict: false,
    tokens: true,
  });
  const given = tokens.filter((token) => token.kind === 'option');
  for (const option of given) checkOption(option, optionsOf(positionals));
  if (values.version === true) return { command: 'version' };
  if (values.help === true || positionals[0] === 'help') return { command: 'help' };
  const command = commandOf(positionals);
  const foreign = given.find(({ name }) => !optionsOf(positionals).some((taken) => taken === name));
  if (foreign) throw new UsageError(`${command} takes no ${foreign.rawName}`);
  if (values.federation === true && values.json === true) {
    throw new UsageError('expected --federation or --json, but got both');
  }
  const text = (name: 'config' | 'port-base' | 'seed' | 'size') => values[name] as string | undefined;
  const options = {
    configFile: text('config'),
    federation: values.federation === true,
    json: values.json === true,
    portBase: wholeNumber('port-base', text('port-base'), 1, lastPortBase),
    seed: wholeNumber('seed', text('seed'), 0, largestSeed),
    size: number('size', text('size'), 0, largestSize),
  };
  return { command, options };
}

/** The options of the command that is named; only the common ones where there is no such command. */
function optionsOf([name = 'start']: readonly string[]): readonly OptionName[] {
  const command = commandNames.find((one) => one === name);
  return [...common, ...(command ? own[command] : [])];
}

interface GivenOption {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
}

function checkOption({ name, rawName, value }: GivenOption, taken: readonly string[]): void {
  if (!Object.hasOwn(known, name)) {
    throw new UsageError(`there is no option ${rawName}${meant(name, taken, '--')}`);
  }
  const { type } = known[name as OptionName];
  if (type === 'string' && !value) throw new UsageError(`${rawName} expects a value`);
  if (type === 'boolean' && value !== undefined) throw new UsageError(`${rawName} takes no value`);
}

function commandOf([name = 'start', ...rest]: readonly string[]): CommandName {
  const command = commandNames.find((one) => one === name);
  if (!command) throw new UsageError(`there is no command ${name}${meant(name, commandNames)}`);
  if (rest.length > 0) throw new UsageError(`${name} takes options only, but got: ${rest.join(' ')}`);
  return command;
}

function meant(name: string, names: readonly string[], prefix = ''): string {
  const near = closestName(name, names);
  return near === null ? '' : `; did you mean ${prefix}${near}?`;
}

function wholeNumber(
  name: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  const value = number(name, text, least, most);
  if (value === undefined || Number.isInteger(value)) return value;
  throw new UsageError(`--${name} expects a whole number, but got: ${text}`);
}

function number(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (value >= least && value <= most) return value;
  throw new UsageError(`--${name} expects a number from ${least} to ${most}, but got: ${text}`);
}
