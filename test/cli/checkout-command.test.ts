import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../support/run-command.ts';

const root = join(import.meta.dirname, '..', '..');
const command = join(root, 'node_modules', '.bin', 'deskgraph');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
// The Node.js that runs the tests is found last: by itself where a checkout has none of its own.
const environment = { PATH: `/usr/bin:/bin:${dirname(process.execPath)}` };

describe('the command deskgraph in a checkout', () => {
  it('runs in any folder, also where an older Node.js is found first', async () => {
    const { stdout } = await promisify(execFile)(command, ['--version'], {
      cwd: emptyFolder,
      env: environment,
    });
    expect(stdout).toBe(`${version}\n`);
  });

  it('passes on its arguments and the exit code', async () => {
    const ended = promisify(execFile)(command, ['check', '--config', '/nowhere/a b.yaml'], {
      env: environment,
    });
    await expect(ended).rejects.toMatchObject({ code: 78, stderr: expect.stringContaining('a b.yaml') });
  });
});
