import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const source = join(import.meta.dirname, '..', '..', 'src');
const files = globSync('**/*.ts', { cwd: source }).filter((file) => !file.startsWith('generated'));

test('every file has fewer than 250 lines', () => {
  const long = files.filter((file) => readFileSync(join(source, file), 'utf8').split('\n').length > 250);
  expect(files.length).toBeGreaterThan(0);
  expect(long).toEqual([]);
});
