import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** What stands between a gateway and Redis, such as a firewall. */
export interface ForgetfulRelay {
  readonly url: string;
  /** Forgets all connections without a word to either side: nothing passes on them any more. New ones are passed on. */
  forget(): void;
}

/** Starts a relay in front of a server for the running test. */
export async function startForgetfulRelay(target: string): Promise<ForgetfulRelay> {
  const port = Number(new URL(target).port);
  const sockets = new Set<Socket>();
  const passed = new Set<Socket>();
  const passOn = (from: Socket, to: Socket): void => {
    sockets.add(from);
    passed.add(from);
    from.on('error', () => {});
    from.on('data', (bytes) => void (passed.has(from) && to.write(bytes)));
    from.on('end', () => void (passed.has(from) && to.end()));
  };
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    passOn(near, far);
    passOn(far, near);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forget: () => passed.clear(),
  };
}
