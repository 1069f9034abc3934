import { expect, it } from 'vitest';
import { RedisInvalidationChannel } from '../../src/cache/invalidation-channel.ts';
import type { ChannelListener } from '../../src/cache/redis-broadcast.ts';

/** Replicas that hear each other after so many milliseconds; null = one that is connected and stands still. */
function openReplicas(delays: readonly (number | null)[]) {
  const listeners = delays.map(() => new Map<string, ChannelListener>());
  const sendPatiently = async (channel: string, message: Buffer | string): Promise<number> => {
    for (const [index, delay] of delays.entries()) {
      if (delay === null) continue;
      setTimeout(() => listeners[index]?.get(channel)?.onMessage(Buffer.from(message)), delay);
    }
    return delays.length;
  };
  return delays.map((_, index) => {
    const dropped: string[] = [];
    const listen = (channel: string, listener: ChannelListener) => listeners[index]?.set(channel, listener);
    const broadcast = { isListening: true, listen, sendPatiently };
    const channel = new RedisInvalidationChannel({ onRecovery: () => {} }, broadcast, 'test');
    channel.listen({ onTags: (tags) => dropped.push(...tags), onGap: () => {} });
    return { channel, dropped };
  });
}

it('tells of a change until every replica has dropped what it made stale', async () => {
  const [one, two, three] = openReplicas([1, 20, 400]);
  await one?.channel.announce(['x']);
  expect([one?.dropped, two?.dropped, three?.dropped]).toEqual([[], ['x'], ['x']]);
});

it('waits for none that stands still, and for nobody where there is nobody', async () => {
  const [one, two] = openReplicas([1, 1, null]);
  const began = performance.now();
  await one?.channel.announce(['x']);
  expect(performance.now() - began).toBeGreaterThan(900);
  expect(two?.dropped).toEqual(['x']);
  const [alone] = openReplicas([600]);
  await alone?.channel.announce(['x']);
  // Not even for itself.
  expect(alone?.dropped).toEqual([]);
});
