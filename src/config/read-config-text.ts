import { isUtf8 } from 'node:buffer';
import { lstatSync, readFileSync } from 'node:fs';
import { ConfigError } from './config-error.ts';

/** The text of a configuration file. Throws `ConfigError` when it cannot be read, or is not UTF-8. */
export function readConfigText(file: string): string {
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new ConfigError(file, [{ path: '', line: null, message: reasonOf(error, file) }]);
  }
  // Of two bytes for a letter, as in UTF-16, one is mostly zero.
  if (bytes.includes(0)) {
    const message = 'expected text in UTF-8, but got bytes of 0, as in UTF-16';
    throw new ConfigError(file, [{ path: '', line: null, message }]);
  }
  if (!isUtf8(bytes)) {
    const message = 'expected text in UTF-8, but got a letter in another encoding, such as Latin-1';
    throw new ConfigError(file, [{ path: '', line: lineOfFault(bytes), message }]);
  }
  return bytes.toString('utf8');
}

/** The first line, from 1, that is not UTF-8. A line break is no part of a longer letter. */
function lineOfFault(bytes: Buffer): number {
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf('\n', start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    line += 1;
    start = end + 1;
  }
}

function reasonOf(error: unknown, file: string): string {
  const { code = 'unknown cause' } = error as NodeJS.ErrnoException;
  if (code !== 'ENOENT') return `cannot be read (${code})`;
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? 'is a link to a file that is not there' : 'there is no such file';
}
