/** A whole HTTP answer as bytes. The length is told unless the headers say otherwise. */
export function httpAnswer(
  body: Buffer | string,
  { status = 200, headers = {} }: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Buffer {
  const bytes = Buffer.from(body);
  const lines = Object.entries({
    'content-type': 'application/json',
    ...('transfer-encoding' in headers ? {} : { 'content-length': String(bytes.length) }),
    connection: 'close',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Whatever\r\n${lines.join('')}\r\n`), bytes]);
}

/** An answer without a length: it ends where the connection ends. */
export function closeDelimited(body: Buffer | string, type = 'application/json'): Buffer {
  const head = `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\nconnection: close\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}

/** A head without a length, and then so many bytes of the same filling, made while they are sent. */
export async function* endless(head: string, filling: Buffer, bytes: number): AsyncGenerator<Buffer> {
  yield Buffer.from(head);
  for (let sent = 0; sent < bytes; sent += filling.length) yield filling;
}
