import { GraphQLError } from 'graphql';
import type { ErrorCode } from '../contract/error-code.ts';
import { VendorError } from '../contract/vendor-error.ts';
import { IncompleteListError, isComplete } from '../federation/incomplete-list-error.ts';
import { RequestRefused } from '../mutations/request-refused.ts';
import { InvalidCursor } from '../federation/invalid-cursor.ts';
import { changedError } from '../plugins/changed-error.ts';

/** The most characters of a message. A longer one is long because it repeats what came. */
const longestMessage = 1000;

/** What is needed to make an error fit for callers. */
export interface ErrorSetting {
  readonly requestId: string;
  /** The vendor behind a source's name. */
  readonly vendorOf: (source: string) => string | undefined;
  /** Whether the caller has left. */
  readonly hasLeft: () => boolean;
  /** A message without the secrets that the request held. */
  readonly hideSecrets: (message: string) => string;
  /** Told of faults of the gateway itself; must not log the message, which may hold anything. */
  readonly onUnexpected: (error: Error, requestId: string) => void;
}

/**
 * The error as callers may see it: always with a code and the request's id, never with anything that was not meant for
 * them.
 */
export function publicError(error: unknown, setting: ErrorSetting): GraphQLError {
  const meant = meantForCallers(error, setting);
  // Secrets are known by what stands around them and by their end, so they are hidden before a message is cut.
  const message = shortened(setting.hideSecrets(meant.message)).toWellFormed();
  return message === meant.message ? meant : changedError(meant, { message });
}

function meantForCallers(error: unknown, setting: ErrorSetting): GraphQLError {
  const graphqlError =
    error instanceof GraphQLError ? error : new GraphQLError('', { originalError: asError(error) });
  const cause = rootCause(graphqlError);
  if (cause instanceof VendorError) return vendorError(graphqlError, cause, setting);
  if (cause instanceof InvalidCursor) {
    return rebuilt(graphqlError, cause.message, { code: 'BAD_USER_INPUT', requestId: setting.requestId });
  }
  if (cause instanceof RequestRefused) {
    return rebuilt(graphqlError, cause.message, { code: cause.code, requestId: setting.requestId });
  }
  if (cause instanceof IncompleteListError) return incompleteList(graphqlError, cause, setting);
  if (cause instanceof GraphQLError) return told(graphqlError, cause, setting);
  if (cause.name === 'TimeoutError') return timedOut(graphqlError, setting);
  if (cause.name === 'AbortError' && setting.hasLeft()) return leftAlone(graphqlError, setting);
  setting.onUnexpected(cause, setting.requestId);
  return rebuilt(graphqlError, 'Unexpected error in the gateway.', {
    code: 'INTERNAL_SERVER_ERROR',
    requestId: setting.requestId,
  });
}

/** The request as a whole took longer than it may. */
function timedOut(located: GraphQLError, { requestId }: ErrorSetting): GraphQLError {
  const extensions = { code: 'TIMEOUT', requestId, retryable: true };
  return rebuilt(located, 'The request took longer than the gateway allows.', extensions);
}

/** The error for a caller that has left. Nobody reads it, but it keeps log and figures from counting a fault. */
function leftAlone(located: GraphQLError, { requestId }: ErrorSetting): GraphQLError {
  return rebuilt(located, 'The caller left before the answer was ready.', { code: 'TIMEOUT', requestId });
}

function vendorError(
  located: GraphQLError,
  cause: VendorError,
  { requestId, vendorOf }: ErrorSetting,
): GraphQLError {
  const vendor = vendorOf(cause.source);
  return rebuilt(located, cause.message, {
    code: cause.code,
    requestId,
    source: cause.source,
    ...(vendor === undefined ? {} : { vendor }),
    retryable: cause.retryable,
    ...(cause.retryAfterMs === undefined ? {} : { retryAfterMs: cause.retryAfterMs }),
  });
}

/**
 * The error of an incomplete list: it has the code of the first source whose rows are missing, and names all of them.
 */
function incompleteList(
  located: GraphQLError,
  cause: IncompleteListError,
  { requestId }: ErrorSetting,
): GraphQLError {
  const short = cause.outcomes.filter((outcome) => !isComplete(outcome));
  const [first] = short;
  const retryable = short.every(({ error }) => error?.retryable ?? true);
  const pauses = short.flatMap(({ error }) => error?.retryAfterMs ?? []);
  return rebuilt(located, cause.message, {
    code: first?.error?.code ?? 'UPSTREAM_UNAVAILABLE',
    requestId,
    ...(first ? { source: first.source.name, vendor: first.source.vendor } : {}),
    retryable,
    ...(retryable && pauses.length > 0 ? { retryAfterMs: Math.max(...pauses) } : {}),
    sources: short.map(({ source, state, error }) => ({
      source: source.name,
      state,
      code: error?.code ?? null,
    })),
  });
}

/** An error made on purpose, by a resolver or by graphql-js for a document or variable that does not fit. */
function told(located: GraphQLError, cause: GraphQLError, { requestId }: ErrorSetting): GraphQLError {
  // Libraries put the error that they got into `originalError`, with all that is in it.
  const { http, code, originalError: _, ...rest } = cause.extensions as ToldExtensions;
  const kept = { ...rest, code: codeOf(code) ?? codeOfDocumentError(located), requestId };
  const status = statusOf(code, http);
  const message = code === 'OPERATION_RESOLUTION_FAILURE' ? noOperation : located.message || cause.message;
  return rebuilt(located, message, status ? { ...kept, http: status } : kept);
}

const noOperation =
  'expected a document with one operation, or operationName to be the name of one of its operations';

interface ToldExtensions extends Readonly<Record<string, unknown>> {
  readonly http?: object;
  readonly code?: unknown;
}

/** Codes that libraries give requests that cannot be understood. */
const foreignCodes: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'REQUEST_ENTITY_TOO_LARGE',
]);

function codeOf(code: unknown): string | null {
  if (foreignCodes.has(code)) return 'BAD_USER_INPUT';
  return typeof code === 'string' ? code : null;
}

/**
 * The HTTP status of an error. Something that is not a GraphQL request has its own, whatever media type the client
 * accepts; faulty documents and variables have none.
 */
function statusOf(code: unknown, http: object | undefined): object | undefined {
  if (code === undefined) return undefined;
  return http && foreignCodes.has(code) ? { ...http, spec: false } : http;
}

/**
 * Variables that do not fit, by themselves or in an argument, are the only errors of graphql-js that concern the input
 * and not the document.
 */
function codeOfDocumentError({ message }: GraphQLError): ErrorCode {
  return /^(?:Variable "\$|Argument ")/.test(message) ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED';
}

function rebuilt(located: GraphQLError, message: string, extensions: Record<string, unknown>): GraphQLError {
  return changedError(located, { message, extensions, cause: null });
}

function shortened(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage)}…`;
}

function rootCause(error: GraphQLError): Error {
  const inner = error.originalError;
  if (!inner) return error;
  return inner instanceof GraphQLError ? rootCause(inner) : inner;
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('something other than an error was thrown');
}
