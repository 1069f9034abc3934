import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { vendors } from '../../src/vendors/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'deskgraph-'));
afterAll(() => rmSync(folder, { recursive: true }));

const document = 'query Inbox { __typename }';
const hash = createHash('sha256').update(document).digest('hex');

function read(content: Buffer | string | null): ReadonlyMap<string, string> {
  const file = join(folder, 'deskgraph.yaml');
  if (content !== null) writeFileSync(join(folder, 'operations.json'), content);
  const text = `server: { persistedOperations: ${content === null ? 'missing.json' : 'operations.json'} }
sources: { support: { vendor: liveagent, url: 'https://support.example.com', apiKey: key } }`;
  return loadConfig({ file, text, environment: {}, vendors }).operations;
}

describe('the file of documents', () => {
  test('lies beside the configuration and is read by hash, in letters of any case', () => {
    expect(read(JSON.stringify({ [hash.toUpperCase()]: document }))).toEqual(new Map([[hash, document]]));
  });

  test('may say which hash it is, as the client preset of GraphQL Code Generator does', () => {
    expect(read(JSON.stringify({ [`sha256:${hash}`]: document }))).toEqual(new Map([[hash, document]]));
  });

  test('may begin with the mark that some editors put before a text', () => {
    const content = `\uFEFF${JSON.stringify({ [hash]: document })}`;
    expect(read(content)).toEqual(new Map([[hash, document]]));
  });

  test.each([
    ['that is not there', null, 'cannot be read (ENOENT)'],
    ['in UTF-16', Buffer.from('{}', 'utf16le'), 'expected text in UTF-8'],
    ['that is no JSON', '{', 'expected a JSON object of documents'],
    ['that is a list', JSON.stringify([document]), 'expected a JSON object of documents'],
    ['with an empty document', JSON.stringify({ [hash]: '' }), 'expected a JSON object of documents'],
    ['with a wrong hash', JSON.stringify({ inbox: document }), `which is ${hash}`],
  ])('%s is a fault of the configuration', (_name, content, message) => {
    expect(() => read(content)).toThrow(ConfigError);
    expect(() => read(content)).toThrow(message);
  });
});
