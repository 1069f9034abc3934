import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { InFlight } from '../../src/server/in-flight.ts';

const patience = 600_000;

function responseOf(closed = false) {
  return Object.assign(new EventEmitter(), { closed }) as unknown as ServerResponse;
}

/** Whether the end has come, after whatever is under way. */
async function hasEnded(ended: Promise<void>): Promise<boolean> {
  let is = false;
  void ended.then(() => (is = true));
  await nextTurn();
  return is;
}

describe('the requests that are being answered', () => {
  test('have ended when there are none', async () => {
    expect(await hasEnded(new InFlight().ended(patience))).toBe(true);
  });

  test('have ended when the last answer was sent, or its caller has left', async () => {
    const inFlight = new InFlight();
    const [one, other] = [responseOf(), responseOf()];
    inFlight.addResponse(one);
    inFlight.addResponse(other);
    const ended = inFlight.ended(patience);
    one.emit('close');
    expect(await hasEnded(ended)).toBe(false);
    other.emit('close');
    expect(await hasEnded(ended)).toBe(true);
  });

  test('are none whose caller had left before', async () => {
    const inFlight = new InFlight();
    inFlight.addResponse(responseOf(true));
    expect(await hasEnded(inFlight.ended(patience))).toBe(true);
  });

  test('are not waited for beyond a grace', async () => {
    const inFlight = new InFlight();
    inFlight.addResponse(responseOf());
    await inFlight.ended(1);
  });

  test('have ended when the answer is there, or there is none', async () => {
    const inFlight = new InFlight();
    const { promise, resolve } = Promise.withResolvers<Response>();
    const whole = inFlight.addAnswer(promise);
    const ended = inFlight.ended(patience);
    expect(await hasEnded(ended)).toBe(false);
    const answer = Response.json({ data: 1 });
    resolve(answer);
    expect(await whole).toBe(answer);
    expect(await hasEnded(ended)).toBe(true);

    const failing = Promise.withResolvers<Response>();
    const none = inFlight.addAnswer(failing.promise);
    failing.reject(new Error('broken'));
    await expect(none).rejects.toThrow('broken');
    expect(await hasEnded(inFlight.ended(patience))).toBe(true);
  });

  test.each([
    ['multipart/mixed; boundary="-"', (answer: Response) => answer.text()],
    ['text/event-stream', (answer: Response) => answer.body?.cancel()],
  ])('last until an answer of %s was read to its end, or given up', async (type, read) => {
    const inFlight = new InFlight();
    const parts = new Response('parts', { status: 202, headers: { 'content-type': type } });
    const answer = await inFlight.addAnswer(parts);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([202, type]);
    const ended = inFlight.ended(patience);
    expect(await hasEnded(ended)).toBe(false);
    await read(answer);
    expect(await hasEnded(ended)).toBe(true);
  });

  test('are over with an answer in parts that has none', async () => {
    const inFlight = new InFlight();
    await inFlight.addAnswer(new Response(null, { headers: { 'content-type': 'text/event-stream' } }));
    expect(await hasEnded(inFlight.ended(patience))).toBe(true);
  });
});
