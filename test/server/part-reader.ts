/** A part of an answer that comes in parts. */
export interface Part {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly PartError[];
  readonly incremental?: readonly {
    readonly data?: unknown;
    readonly items?: readonly unknown[];
    readonly path: readonly (number | string)[];
    readonly label?: string;
    readonly errors?: readonly PartError[];
  }[];
  readonly hasNext?: boolean;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

interface PartError {
  readonly message: string;
  readonly path?: readonly (number | string)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** Reads the parts of an answer as they come, whether `multipart/mixed` or `text/event-stream`. */
export async function* readParts(response: Response): AsyncGenerator<Part> {
  const isEvents = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  const begin = isEvents ? 'data: ' : '\r\n\r\n';
  const end = isEvents ? '\n\n' : '\r\n---';
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString('utf8');
    for (;;) {
      const from = text.indexOf(begin);
      const to = text.indexOf(end, from + begin.length);
      if (from < 0 || to < 0) break;
      yield JSON.parse(text.slice(from + begin.length, to)) as Part;
      text = text.slice(to + (isEvents ? end.length : 0));
    }
  }
}

/** All parts of an answer. */
export async function allParts(response: Response): Promise<Part[]> {
  const parts: Part[] = [];
  for await (const part of readParts(response)) parts.push(part);
  return parts;
}
