import { VendorError } from '../contract/vendor-error.ts';
import { segmentText, type PathSegment } from './path-segment.ts';
import type { Parameters, UpstreamRequest } from './upstream-request.ts';

/** A request as it goes over the wire: everything but the origin. */
export interface EncodedRequest {
  readonly method: UpstreamRequest['method'];
  /** Path with query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** Which call a request belongs to, for errors. */
export interface CallLabel {
  /** Name of the source. */
  readonly source: string;
  readonly operation: string;
}

const longestSegment = 256;
const usualHeaders: EncodedRequest['headers'] = {
  accept: '*/*',
  'accept-encoding': 'identity',
  'user-agent': 'deskgraph',
};
/** Paths without anything that a URL parser could read in another way. */
const plainPath = /^(\/[\w-]+)+$/;

/** Path of the base URL, without a closing slash, plus further segments. */
export function basePathOf(url: string, segments: readonly PathSegment[], label: CallLabel): string {
  return new URL(url).pathname.replace(/\/$/, '') + encodeSegments(segments, label);
}

/** Encodes a request to an encoded path. Fails with `invalid-input` on a header that would break the message. */
export function encodeRequest(request: UpstreamRequest, path: string, label: CallLabel): EncodedRequest {
  const query = encodeParameters(request.query);
  const form = request.form && encodeParameters(request.form);
  const body = form ?? request.body ?? null;
  const headers = encodeHeaders(request, label);
  return { method: request.method, path: query ? `${path}?${query}` : path, headers, body };
}

function encodeHeaders({ form, headers: own }: UpstreamRequest, label: CallLabel): EncodedRequest['headers'] {
  if (form === undefined && own === undefined) return usualHeaders;
  const headers: Record<string, string> = { ...usualHeaders };
  if (form !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded; charset=utf-8';
  for (const [name, value] of Object.entries(own ?? {})) {
    headers[name.toLowerCase()] = checkedHeader(name, value, label);
  }
  return headers;
}

/**
 * The encoded path of a request below a base path: what may be shown, as neither query nor credentials are in it. Fails
 * with `invalid-input` on a segment that a server would not read as it was meant.
 */
export function encodePath(segments: readonly PathSegment[], basePath: string, label: CallLabel): string {
  const path = basePath + encodeSegments(segments, label) || '/';
  // A server sees what a URL parser makes of the path, in which no segment may be folded away or split.
  if (!plainPath.test(path) && new URL(path, 'http://host').pathname !== path) {
    throw invalidInput(label, 'an id cannot be put into a path of the vendor');
  }
  return path;
}

/** Writes parameters as a query or form; undefined ones are left out, arrays repeat the name. */
export function encodeParameters(parameters: Parameters | undefined): string {
  let text = '';
  for (const [name, value] of Object.entries(parameters ?? {})) {
    for (const one of typeof value === 'string' ? [value] : (value ?? [])) {
      text += `${text === '' ? '' : '&'}${pair(name, one)}`;
    }
  }
  return text;
}

function pair(name: string, value: string): string {
  return `${encodeURIComponent(name.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`;
}

function encodeSegments(segments: readonly PathSegment[], label: CallLabel): string {
  let path = '';
  const last = segments.length - 1;
  segments.forEach((segment, index) => {
    path += `/${encodeSegment(segmentText(segment), index === last, label)}`;
  });
  return path;
}

function encodeSegment(segment: string, last: boolean, label: CallLabel): string {
  if (segment === '' && last) return '';
  const fault = segmentFault(segment);
  if (fault) throw invalidInput(label, `expected an id that fits into a path, got one that ${fault}`);
  return encodeURIComponent(segment);
}

function segmentFault(segment: string): string | null {
  if (segment === '') return 'is empty';
  if (segment === '.' || segment === '..') return 'consists of dots';
  if (segment.length > longestSegment) return `is longer than ${longestSegment} characters`;
  if (/\p{Cc}/u.test(segment) || !segment.isWellFormed()) return 'holds control characters';
  return null;
}

function checkedHeader(name: string, value: string, label: CallLabel): string {
  if (/^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return value;
  throw invalidInput(label, `the header ${name} cannot hold that value`);
}

function invalidInput(label: CallLabel, message: string): VendorError {
  return new VendorError({ kind: 'invalid-input', message, ...label });
}
