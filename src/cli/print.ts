import { fstatSync, writeFileSync } from 'node:fs';
import { getSystemErrorMessage } from 'node:util';

/** Standard output cannot be written; the message says why. */
export class OutputError extends Error {}

/**
 * Prints what a command was called for. A reader that leaves when it has seen enough, as `head` does, is no fault; when
 * the text cannot be written for another reason, such as a full disk, throws `OutputError`.
 */
export async function print(text: string): Promise<void> {
  try {
    await write(text);
  } catch (error) {
    const { code = 'unknown cause', errno } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE') return;
    const cause = errno === undefined ? code : `${getSystemErrorMessage(errno)} (${code})`;
    throw new OutputError(`cannot write to standard output: ${cause}`);
  }
}

/** Prints what the command does not depend on: when that is not possible, only says so on standard error. */
export async function announce(text: string): Promise<void> {
  try {
    await print(text);
  } catch (error) {
    if (!(error instanceof OutputError)) throw error;
    process.stderr.write(`${error.message}\n`);
  }
}

async function write(text: string): Promise<void> {
  // process.stdout does not report that a full disk took only a part of the text.
  if (fstatSync(process.stdout.fd).isFile()) return writeFileSync(process.stdout.fd, text);
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
