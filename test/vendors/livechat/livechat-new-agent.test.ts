import { expect, it } from 'vitest';
import { contextOf, startStub } from './stub-server.ts';

const command = { name: 'Robin', email: 'Robin@Desk.example', password: 'hush-hush' };

it.each([
  [{ login: 'robin@desk.example', name: 'Robin' }, 'robin@desk.example', { name: 'Robin' }],
  [{ result: 'Agent created' }, 'Robin@Desk.example', undefined],
])('a new agent is known by the address in the answer %j', async (answer, key, told) => {
  await using stub = await startStub(() => answer);
  expect(await stub.source.mutations?.agentCreate?.(command).run(contextOf())).toMatchObject({ key, told });
});
