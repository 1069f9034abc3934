import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a run of the tests a folder for all its temporary files, and removes it afterwards. */
export default function openTemporaryFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'deskgraph-tests-'));
  process.env['TMPDIR'] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
