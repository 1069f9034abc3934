import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fails when src/generated is not what codegen makes of schema/ today; the tree stays as it was. */
const root = join(import.meta.dirname, '..');
const generated = join(root, 'src', 'generated', 'schema-types.ts');
const committed = readFileSync(generated, 'utf8');
try {
  execFileSync('npm', ['run', '-s', 'codegen'], { cwd: root, stdio: 'inherit' });
  if (readFileSync(generated, 'utf8') !== committed) {
    process.stderr.write('src/generated is out of date: run `npm run codegen` and commit the result.\n');
    process.exitCode = 1;
  }
} finally {
  writeFileSync(generated, committed);
}
