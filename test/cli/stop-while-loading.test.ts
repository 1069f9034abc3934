import { afterAll, describe, expect, it } from 'vitest';
import { killCommands, startCommand } from '../support/run-command.ts';

afterAll(killCommands);

/** Says on standard error when the program begins to listen for signals. */
const tellListening =
  'data:text/javascript,' +
  encodeURIComponent(
    'process.on("newListener", (name) => { if (name === "SIGTERM") process.stderr.write("listens"); });',
  );

async function signalWhileLoading(words: readonly string[], signal: 'SIGHUP' | 'SIGINT' | 'SIGTERM') {
  const command = startCommand(words, { PORT: '0', NODE_OPTIONS: `--import=${tellListening}` });
  await command.until(/listens/);
  expect(command.printed.standard).toBe('');
  command.signal(signal);
  const code = await command.ended;
  return { code, ...command.printed };
}

describe('a signal to stop, while the program is still being loaded', () => {
  it.each(['SIGHUP', 'SIGTERM'] as const)('ends start with 0 at %s, before it listens', async (signal) => {
    const { code, standard, errors } = await signalWhileLoading(['start', '--size', '0.02'], signal);
    expect([code, standard, errors]).toEqual([0, '', 'listens']);
  });

  it('ends sandbox with 0', async () => {
    const portBase = 20_000 + Math.floor(Math.random() * 10_000);
    const words = ['sandbox', '--port-base', String(portBase), '--size', '0.02'];
    expect(await signalWhileLoading(words, 'SIGTERM')).toMatchObject({ code: 0 });
  });

  it('ends check with the code of the signal, as it has checked nothing', async () => {
    const { code, standard } = await signalWhileLoading(['check'], 'SIGINT');
    expect([code, standard]).toEqual([130, '']);
  });
});
