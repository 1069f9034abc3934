import { expect, test } from 'vitest';
import { readCommandLine } from '../../src/cli/command-line.ts';
import { UsageError } from '../../src/cli/usage.ts';

test.each([
  ['start --port 4001', 'there is no option --port'],
  ['sandbox --port 4001', 'there is no option --port; did you mean --port-base?'],
  ['start --port-base 4001', 'start takes no --port-base'],
  ['--federation', 'start takes no --federation'],
  ['schema --size 1', 'schema takes no --size'],
  ['schema --federation --json', 'expected --federation or --json, but got both'],
])('"%s" is told that the command has no such option', (words, message) => {
  expect(() => readCommandLine(words.split(' '))).toThrow(new UsageError(message));
});

test.each(['start', 'check'])('%s may be told of a configuration', (command) => {
  expect(readCommandLine([command, '--config', 'desk.yaml'])).toMatchObject({
    command,
    options: { configFile: 'desk.yaml' },
  });
});
