import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { forward } from '../../src/server/inner-request.ts';

const chunk = new Uint8Array(65_536);
const chunks = 500;

it('an answer in parts is made no faster than its reader takes it', async () => {
  let made = 0;
  const parts = new ReadableStream({
    pull(controller) {
      made += 1;
      if (made <= chunks) controller.enqueue(chunk);
      else controller.close();
    },
  });
  const server = createServer((_request, response) => void forward(new Response(parts), response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const reader = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  reader.write('GET / HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n\r\n');
  await expect.poll(() => made).toBeGreaterThan(0);
  await sleep(200);
  expect(made).toBeLessThan(chunks / 2);

  reader.resume();
  await once(reader, 'close');
  expect(made).toBe(chunks + 1);
  await once(server.close(), 'close');
});
