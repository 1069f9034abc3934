/** Media types of answers in one piece. */
export const wholeTypes = ['application/graphql-response+json', 'application/json'] as const;

/** Media types of answers that are streamed. */
export const streamTypes = ['multipart/mixed', 'text/event-stream'] as const;

/** A part of the header `Accept`. */
export interface AcceptedRange {
  /** A media type, such as `application/json`, or many of them, such as `text/*`. */
  readonly pattern: string;
  readonly quality: number;
  /** Its parameters other than the quality, such as `deferspec=20220824`. */
  readonly parameters: readonly string[];
}

/** The quality that a caller's header gives a media type (in UTF-8) or a coding: from 0, not accepted, to 1. */
export function qualityOf(accept: string, type: string): number {
  return mostLiked(rangesFor(type, rangesOf(accept)));
}

/** The parts of the header by which a caller accepts a media type. */
export function acceptedRanges(accept: string, type: string): readonly AcceptedRange[] {
  return rangesFor(type, rangesOf(accept)).filter(({ quality }) => quality > 0);
}

/**
 * Of the media types that an answer in one piece can have, the one to which the caller gives the highest quality; of
 * equal ones, the one that is named first.
 */
export function preferredAnswerType(accept: string): string {
  const ranges = rangesOf(accept);
  const [strict, plain] = wholeTypes;
  const difference = mostLiked(rangesFor(strict, ranges)) - mostLiked(rangesFor(plain, ranges));
  const [first] = ranges.filter(({ pattern }) => pattern === strict || pattern === plain);
  return difference > 0 || (difference === 0 && first?.pattern === strict) ? strict : plain;
}

/**
 * The header in a form for yoga, which ignores qualities and prefers parts to events: the types of answers that the
 * caller accepts, each by its name and the best first, without parts where the caller prefers events.
 */
export function plainAccept(accept: string): string {
  const preferred = preferredAnswerType(accept);
  const [parts, events] = streamTypes;
  const streams = qualityOf(accept, events) > qualityOf(accept, parts) ? [events] : streamTypes;
  return [preferred, ...wholeTypes.filter((type) => type !== preferred), ...streams]
    .flatMap((type) => acceptedRanges(accept, type).map((range) => ({ ...range, type })))
    .map(({ type, quality, parameters }) => [type, ...parameters, `q=${quality}`].join(';'))
    .join(', ');
}

function rangesOf(accept: string): readonly AcceptedRange[] {
  return accept.split(',').flatMap((part) => {
    const [pattern = '', ...all] = part.replaceAll(/\s/g, '').toLowerCase().split(';');
    const valueOf = (name: string) => all.find((parameter) => parameter.startsWith(name))?.slice(name.length);
    const isReadable = (valueOf('charset=') ?? 'utf-8') === 'utf-8';
    const parameters = all.filter((parameter) => !parameter.startsWith('q='));
    return isReadable ? [{ pattern, parameters, quality: Number(valueOf('q=') ?? 1) || 0 }] : [];
  });
}

/** The parts of a header that apply to a type: those that name it most exactly. */
function rangesFor(type: string, ranges: readonly AcceptedRange[]): readonly AcceptedRange[] {
  const patterns = [type, type.replace(/\/.*/, '/*'), '*/*'];
  const told = patterns.map((pattern) => ranges.filter((range) => range.pattern === pattern));
  return told.find(({ length }) => length > 0) ?? [];
}

function mostLiked(ranges: readonly AcceptedRange[]): number {
  return Math.max(0, ...ranges.map(({ quality }) => quality));
}
