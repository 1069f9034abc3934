import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findConfigFile } from '../../src/config/find-config-file.ts';
import { readConfigText } from '../../src/config/read-config-text.ts';

let folder: string;
let usual: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskgraph-'));
  usual = join(folder, 'deskgraph.yaml');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the configuration file', () => {
  test('is the one that is named, else the usual one, else none', () => {
    expect(findConfigFile(undefined, {}, () => folder)).toBeNull();
    writeFileSync(usual, '');
    expect(findConfigFile(undefined, {}, () => folder)).toBe(usual);
    expect(findConfigFile(undefined, { DESKGRAPH_CONFIG: 'other.yaml' }, () => folder)).toBe(
      join(folder, 'other.yaml'),
    );
    expect(findConfigFile('/mine.yaml', { DESKGRAPH_CONFIG: 'other.yaml' }, () => expect.unreachable())).toBe(
      '/mine.yaml',
    );
  });

  test('is there as a link that leads nowhere, too, so that no sandbox takes its place', () => {
    symlinkSync(join(folder, 'nothing'), usual);
    expect(findConfigFile(undefined, {}, () => folder)).toBe(usual);
    expect(() => readConfigText(usual)).toThrow('is a link to a file that is not there');
  });
});
