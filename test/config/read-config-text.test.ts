import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readConfigText } from '../../src/config/read-config-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'deskgraph-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(bytes: Buffer): string {
  const file = join(folder, 'deskgraph.yaml');
  writeFileSync(file, bytes);
  return readConfigText(file);
}

const text = '# Café\nserver:\n  # Zürich\n';

test('the text of a file in UTF-8 is read, with or without a mark at its beginning', () => {
  expect(read(Buffer.from(text))).toBe(text);
  expect(read(Buffer.from(`\uFEFF${text}`))).toBe(`\uFEFF${text}`);
});

test('a file in UTF-16 is refused', () => {
  expect(() => read(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toThrow('as in UTF-16');
  expect(() => read(Buffer.from(text, 'utf16le').swap16())).toThrow('as in UTF-16');
});

test('a letter in another encoding is refused, with its line', () => {
  const mixed = Buffer.concat([Buffer.from('# Café\n'), Buffer.from('# Zürich\n', 'latin1')]);
  expect(() => read(mixed)).toThrow('line 2: expected text in UTF-8');
  expect(() => read(Buffer.from('a: é', 'latin1'))).toThrow('line 1: expected text in UTF-8');
});
