import { describe, expect, it } from 'vitest';
import { contextOf, startStub } from './stub-server.ts';

describe('a new tag', () => {
  it.each([
    ['as LiveChat writes its name', { name: 'vip', group: 0 }, 'vip', { name: 'vip' }],
    ['by the name it was given where LiveChat tells none', { ok: true }, 'VIP', undefined],
  ])('is known %s', async (_, answer, key, told) => {
    await using stub = await startStub(() => answer);
    const plan = stub.source.mutations!.tagCreate!({ name: 'VIP' });
    expect(await plan.run(contextOf())).toMatchObject({ key, told });
  });
});
