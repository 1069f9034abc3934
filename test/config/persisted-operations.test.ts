import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, type ConfigFault } from '../../src/config/config-error.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { vendors } from '../../src/vendors/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'deskgraph-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sources = `sources:
  support: { vendor: liveagent, url: 'https://support.example.com', apiKey: key }
`;

function faultsOf(text: string, environment: Record<string, string> = {}): readonly ConfigFault[] {
  try {
    loadConfig({ file: join(folder, 'desk.yaml'), text, environment, vendors });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe('a file of documents that cannot be used', () => {
  test('is told with its line, together with all other faults', () => {
    const faults = faultsOf(`server:\n  prot: 1\n  persistedOperations: nope.json\n${sources}`);
    expect(faults).toEqual([
      expect.objectContaining({ path: 'server.prot', line: 2 }),
      {
        path: 'server.persistedOperations',
        line: 3,
        message: `${join(folder, 'nope.json')}: cannot be read (ENOENT)`,
      },
    ]);
  });

  test('is not named where a variable names it', () => {
    const faults = faultsOf(`server:\n  persistedOperations: \${NAME}\n${sources}`, { NAME: 'hush-hush' });
    expect(faults).toEqual([
      {
        path: 'server.persistedOperations',
        line: 2,
        message: 'the file (not shown, as it may be secret): cannot be read (ENOENT)',
      },
    ]);
  });
});

describe('persistedOnly', () => {
  test('without a file is a fault, as nothing could be answered', () => {
    for (const rest of ['', '  persistedOperations: null\n']) {
      expect(faultsOf(`server:\n  persistedOnly: true\n${rest}${sources}`)).toEqual([
        {
          path: 'server.persistedOnly',
          line: 2,
          message: 'expected persistedOperations beside it, as nothing could be answered without documents',
        },
      ]);
    }
  });

  test('with a file is none', () => {
    const document = '{ __typename }';
    const hash = createHash('sha256').update(document).digest('hex');
    writeFileSync(join(folder, 'operations.json'), JSON.stringify({ [hash]: document }));
    const text = `server: { persistedOnly: true, persistedOperations: operations.json }\n${sources}`;
    expect(faultsOf(text)).toEqual([]);
  });
});
