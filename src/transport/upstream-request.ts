import type { PathSegment } from './path-segment.ts';

/** Values of a query or form; undefined ones are left out, arrays repeat the name. */
export type Parameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A call to a vendor as an adapter describes it, still without credentials. */
export interface UpstreamRequest {
  readonly method: 'DELETE' | 'GET' | 'POST' | 'PUT';
  /**
   * Segments behind the base URL, not encoded: each becomes exactly one segment of the path, whatever it holds.
   * An empty last segment gives a closing slash.
   */
  readonly path: readonly PathSegment[];
  readonly query?: Parameters | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as application/x-www-form-urlencoded. */
  readonly form?: Parameters | undefined;
  /** Sent as it is; set the content type in `headers`. */
  readonly body?: string | undefined;
}

/**
 * Adds the credentials, once, right before the bytes are sent. No secret is in a request before that, so none can get
 * into a cache key, a log or an error.
 */
export type Authorize = (request: UpstreamRequest) => UpstreamRequest;
