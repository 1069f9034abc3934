import { execFileSync } from 'node:child_process';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fails when a generated folder is not what codegen makes of schema/ and the documents today; the tree stays as it was. */
const root = join(import.meta.dirname, '..');
const files = globSync('{src,examples/*,examples/*/*}/generated/*', { cwd: root }).sort();
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const committed = files.map((file) => ({ file, text: read(file) }));
try {
  execFileSync('npm', ['run', '-s', 'codegen'], { cwd: root, stdio: 'inherit' });
  for (const { file } of committed.filter(({ file, text }) => read(file) !== text)) {
    process.stderr.write(`${file} is out of date: run \`npm run codegen\` and commit the result.\n`);
    process.exitCode = 1;
  }
} finally {
  for (const { file, text } of committed) writeFileSync(join(root, file), text);
}
