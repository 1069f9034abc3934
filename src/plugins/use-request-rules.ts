import { GraphQLError } from 'graphql';
import { processRegularResult, type Plugin } from 'graphql-yoga';
import { plainAccept, preferredAnswerType, qualityOf, streamTypes, wholeTypes } from './accepted-types.ts';

/** Options of `useRequestRules`. */
export interface RequestRulesOptions {
  /** Origins of web pages that may call; `*` = all. */
  readonly cors: readonly string[];
  /** Whether anything is answered by GET. */
  readonly byGet: boolean;
}

/**
 * Media types of bodies that hold a GraphQL request. No web page can send them to another origin without being allowed
 * to.
 */
const bodyTypes = new Set(['application/json', 'application/graphql+json', 'application/graphql']);

/** Media types of answers. */
const answerTypes = [...wholeTypes, ...streamTypes];

const hasQualities = /;\s*q\s*=/i;

/** The status for a body that is larger than allowed. */
const tooLarge = 413;

/**
 * Headers that no web page can send to another origin without being allowed to: the browser first asks with a preflight
 * request.
 */
const preflightedHeaders = [
  'apollo-require-preflight',
  'authorization',
  'x-api-key',
  'x-apollo-operation-name',
  'x-deskgraph-explain',
  'x-graphql-yoga-csrf',
  'x-requested-with',
];

/**
 * Refuses what a foreign web page could make a browser send in its user's name: bodies of the types that forms have,
 * and queries by GET that the browser says come from another site. Refuses everything that is not a GraphQL request,
 * with a code, before anything is done for it. What means the same in several forms is written in one.
 */
export function useRequestRules({ cors, byGet }: RequestRulesOptions): Plugin {
  return {
    onRequest({ request }) {
      writeTypeSmall(request);
      writeAcceptPlain(request);
    },
    onRequestParse({ request, requestParser, setRequestParser }) {
      if (request.method === 'POST') checkBodyType(request);
      else checkReading(request, cors, byGet);
      checkEncoding(request);
      checkAccept(request);
      if (!requestParser) return;
      const parse = requestParser;
      setRequestParser(async (original) => {
        try {
          return await parse(original);
        } catch (error) {
          if (!(error instanceof SyntaxError)) throw error;
          throw refusal(400, 'expected variables and extensions to be JSON objects');
        }
      });
    },
    onParams({ params, setParams }) {
      // Some clients send an empty name where there is none. In an address that means the same.
      const { operationName, ...others } = params;
      if (operationName === '') setParams(others);
    },
    onResultProcess({ request, resultProcessor, setResultProcessor }) {
      const accept = request.headers.get('accept') ?? '';
      // A caller that accepts no type there is gets a refusal that it can read all the same.
      if (!resultProcessor) setResultProcessor(processRegularResult, preferredAnswerType(accept));
    },
    onResponse({ request, response }) {
      // A body of unknown length is read until it is too large, and the rest is never read, so no further request can
      // follow on the connection.
      const isUnknown = !request.headers.has('content-length');
      if (response.status === tooLarge && isUnknown) response.headers.set('Connection', 'close');
    },
  };
}

function checkBodyType(request: Request): void {
  const type = mediaTypeOf(request);
  if (!bodyTypes.has(type))
    throw refusal(
      415,
      `expected a body of type application/json, but got: ${type.slice(0, 80) || 'no type'}`,
    );
  const charset = charsetOf(request);
  if (charset !== 'utf-8') throw refusal(415, `expected a body in UTF-8, but got: ${charset.slice(0, 80)}`);
}

/** Checks a request by any method but POST. */
function checkReading(request: Request, cors: readonly string[], byGet: boolean): void {
  if (!byGet)
    throw refusal(405, `nothing is answered by ${request.method} here; use POST`, {
      headers: { Allow: 'POST' },
    });
  if (request.method !== 'GET' || !isForeign(request, cors)) return;
  const message = `a web page of another origin may not ask by GET; send one of the headers ${preflightedHeaders.join(', ')}`;
  throw refusal(403, message, { code: 'FORBIDDEN' });
}

function checkEncoding({ headers }: Request): void {
  const encoding = headers.get('content-encoding') ?? 'identity';
  if (encoding.toLowerCase() !== 'identity')
    throw refusal(415, `expected a body without content-encoding, but got: ${encoding.slice(0, 80)}`);
}

function checkAccept({ headers }: Request): void {
  const accept = headers.get('accept');
  if (!accept || answerTypes.some((type) => qualityOf(accept, type) > 0)) return;
  const message = `expected Accept to hold one of ${answerTypes.join(', ')}, but got: ${accept.slice(0, 80)}`;
  throw refusal(406, message);
}

/**
 * Whether a browser sent the request for a page of another origin. What the browser itself says (Sec-Fetch-Site) goes
 * before a comparison of host names, which a proxy may have changed.
 */
function isForeign({ headers, url }: Request, cors: readonly string[]): boolean {
  if (cors.includes('*') || preflightedHeaders.some((name) => headers.has(name))) return false;
  const origin = headers.get('origin');
  if (origin && cors.includes(origin)) return false;
  const site = headers.get('sec-fetch-site');
  if (site) return site !== 'same-origin' && site !== 'none';
  if (!origin) return false;
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? new URL(url).host;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

function mediaTypeOf({ headers }: Request): string {
  return (headers.get('content-type') ?? '').split(/[;,]/, 1)[0]?.trim().toLowerCase() ?? '';
}

/** Writes the media type as yoga knows it: in lower case, without a blank after it. */
function writeTypeSmall(request: Request): void {
  const given = request.headers.get('content-type');
  const usual = given?.replace(/^[^;,]*/, mediaTypeOf(request));
  if (usual && usual !== given) request.headers.set('content-type', usual);
}

/** Writes `Accept` in a form for yoga, which ignores qualities, even 0. */
function writeAcceptPlain({ headers }: Request): void {
  const given = headers.get('accept') ?? '';
  const plain = hasQualities.test(given) ? plainAccept(given) : '';
  if (plain !== '') headers.set('accept', plain);
}

/** The charset that the media type of a body names: read in another one, it would be a different text. */
function charsetOf({ headers }: Request): string {
  const named = /;\s*charset\s*=\s*"?(?<name>[^\s;,"]+)/i.exec(headers.get('content-type') ?? '');
  return (named?.groups?.['name'] ?? 'utf-8').toLowerCase().replace(/^utf8$/, 'utf-8');
}

function refusal(
  status: number,
  message: string,
  { code = 'BAD_USER_INPUT', headers = {} }: { code?: string; headers?: Record<string, string> } = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status, headers } } });
}
