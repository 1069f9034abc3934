import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, killCommands, startCommand } from '../support/run-command.ts';

const fullDisk = '/dev/full';

describe.skipIf(!existsSync(fullDisk))('on a full disk', () => {
  let output: number;

  beforeAll(() => {
    output = openSync(fullDisk, 'w');
  });
  afterAll(async () => {
    await killCommands();
    closeSync(output);
  });

  it.each([[['schema']], [['check', '--size', '0.02']], [['--help']]])(
    '%j ends with 74 and says why in a line',
    async (words) => {
      const { printed, ended } = startCommand(words, {}, emptyFolder, output);
      expect(await ended).toBe(74);
      expect(printed.errors).toBe('cannot write to standard output: no space left on device (ENOSPC)\n');
    },
  );

  it('who serves says why nothing is printed, and goes on', async () => {
    const words = ['start', '--size', '0.02'];
    const gateway = startCommand(words, { PORT: '0', LOG_LEVEL: 'info' }, emptyFolder, output);
    await gateway.until(/^cannot write to standard output: no space left on device/m);
    gateway.signal('SIGTERM');
    expect(await gateway.ended).toBe(0);
  });
});

it('a schema that finds room for a part of it only does not pass for a whole one', async () => {
  const program = join(import.meta.dirname, '..', '..', 'src', 'cli', 'main.ts');
  const given = ['-c', 'ulimit -f 64 && "$0" "$@" > part.graphql', process.execPath, program, 'schema'];
  const child = spawn('sh', given, { cwd: emptyFolder, stdio: ['ignore', 'ignore', 'pipe'] });
  const [errors, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect([code, errors]).toEqual([74, 'cannot write to standard output: file too large (EFBIG)\n']);
});
