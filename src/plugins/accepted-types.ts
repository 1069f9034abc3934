/** Media types of answers in one piece. */
const answerTypes = ['application/graphql-response+json', 'application/json'] as const;

/** A part of the header `Accept`. */
interface AcceptedRange {
  /** A media type, such as `application/json`, or many of them, such as `text/*`. */
  readonly pattern: string;
  readonly quality: number;
}

/** How gladly a caller takes a media type, in UTF-8, or a coding: from 0 (not at all) to 1. */
export function qualityOf(accept: string, type: string): number {
  return qualityIn(rangesOf(accept), type);
}

/** Of the media types that an answer in one piece can have, the one that the caller likes most, else names first. */
export function preferredAnswerType(accept: string): string {
  const ranges = rangesOf(accept);
  const [strict, plain] = answerTypes;
  const difference = qualityIn(ranges, strict) - qualityIn(ranges, plain);
  const [first] = ranges.filter(({ pattern }) => pattern === strict || pattern === plain);
  return difference > 0 || (difference === 0 && first?.pattern === strict) ? strict : plain;
}

function rangesOf(accept: string): readonly AcceptedRange[] {
  return accept.split(',').flatMap((part) => {
    const [pattern = '', ...parameters] = part.replaceAll(/\s/g, '').toLowerCase().split(';');
    const valueOf = (name: string) =>
      parameters.find((parameter) => parameter.startsWith(name))?.slice(name.length);
    const isReadable = (valueOf('charset=') ?? 'utf-8') === 'utf-8';
    return isReadable ? [{ pattern, quality: Number(valueOf('q=') ?? 1) || 0 }] : [];
  });
}

/** What names a type most exactly counts. */
function qualityIn(ranges: readonly AcceptedRange[], type: string): number {
  const patterns = [type, type.replace(/\/.*/, '/*'), '*/*'];
  const told = patterns.flatMap((pattern) => ranges.find((range) => range.pattern === pattern) ?? []);
  return told[0]?.quality ?? 0;
}
