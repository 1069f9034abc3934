import { namesNothing, type PathSegment } from '../../transport/path-segment.ts';
import type { WriteCall } from '../../transport/source-transport.ts';
import type { UpstreamRequest } from '../../transport/upstream-request.ts';
import { acceptedJson } from './livechat-write-reply.ts';

/** A value of a JSON body; undefined ones are left out. */
export type BodyValue =
  | string
  | number
  | readonly BodyValue[]
  | { readonly [name: string]: BodyValue | undefined }
  | undefined;

/** A change as an endpoint describes it. */
export interface EndpointChange {
  readonly operation: string;
  readonly method: UpstreamRequest['method'];
  readonly path: readonly PathSegment[];
  readonly body?: Readonly<Record<string, BodyValue>>;
  readonly invalidates: readonly string[];
}

/** A change at LiveChat, with a JSON body; gives the JSON of the answer. */
export function changeCall(
  source: string,
  { operation, method, path, body, invalidates }: EndpointChange,
): WriteCall<unknown> {
  const json = body && {
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json; charset=utf-8' },
  };
  return {
    operation,
    request: { method, path, ...json },
    parse: (reply) => acceptedJson(reply, { source, operation }, namesNothing(path)),
    invalidates,
    secretParameters: ['password'],
  };
}
