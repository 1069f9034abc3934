import { cpSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** The project's folder. */
export const project = join(import.meta.dirname, '..', '..', '..');

const leftOut = new Set(['.git', 'dist', 'node_modules', 'results']);

/** A new folder for one test. */
export function newFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `deskgraph-${name}-`));
}

/** Copies the project to a new folder, where it can be built without a trace here; packages are shared. */
export function copyProject(): string {
  const folder = newFolder('project');
  cpSync(project, folder, { recursive: true, filter: (source) => !leftOut.has(basename(source)) });
  symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}
