import {
  OverlappingFieldsCanBeMergedRule,
  specifiedRules,
  visit,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
  type ValidationRule,
} from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { useDeferStream } from '@graphql-yoga/plugin-defer-stream';
import { acceptedRanges, qualityOf, streamTypes, wholeTypes, type AcceptedRange } from './accepted-types.ts';
import { oncePerDocument } from './once-per-document.ts';
import { requestOf } from './request-of.ts';
import { streamConflict } from './stream-conflict.ts';
import { streamCountFault } from './stream-counts.ts';

/** Options of `useIncrementalDelivery`. */
export interface IncrementalDeliveryOptions {
  /** Turns any error into one that callers may see. */
  readonly toPublic: (error: unknown, request: Request) => GraphQLError;
}

/** A part of an answer that comes in parts. */
export interface AnswerPart {
  readonly errors?: readonly GraphQLError[];
  /** What was deferred or streamed before and is ready now. */
  readonly incremental?: readonly { readonly errors?: readonly GraphQLError[] }[];
  readonly hasNext?: boolean;
}

/**
 * Answers `@defer` and `@stream` in parts, and makes the errors in each part fit for callers. A caller that does not
 * accept parts gets the answer whole.
 */
export function useIncrementalDelivery({ toPublic }: IncrementalDeliveryOptions): Plugin {
  const wholeOf = oncePerDocument(withoutParts);
  return {
    // It works with any context, although its type does not say so.
    onPluginInit: ({ addPlugin }) => addPlugin(useDeferStream() as Plugin),
    onValidate({ validateFn, setValidationFn }) {
      setValidationFn((schema, document, rules = specifiedRules, ...others) =>
        validateFn(schema, document, withBoundedMerging(rules), ...others),
      );
    },
    onExecute({ args, executeFn, setExecuteFn, setResultAndStopExecution }) {
      // Most queries ask for no parts, and then it does not matter what the caller accepts.
      if (wholeOf(args.document) === args.document) return undefined;
      const fault = streamConflict(args) ?? streamCountFault(args);
      if (fault) {
        setResultAndStopExecution({ errors: [fault] });
        return undefined;
      }
      const request = requestOf(args);
      if (!request) return undefined;
      if (!takesParts(request)) {
        setExecuteFn((given: ExecutionArgs) => executeFn({ ...given, document: wholeOf(given.document) }));
        return undefined;
      }
      return {
        onExecuteDone({ result }) {
          if (!isAsyncIterable(result)) return undefined;
          return {
            onNext({ result: part, setResult }) {
              setResult(publicPart(part as AnswerPart, (error) => toPublic(error, request)));
            },
          };
        },
      };
    },
  };
}

/**
 * The rules with that of graphql-js on fields that conflict, which gives up where there are too many to compare. The
 * plugin for parts has one of its own, which takes ten times as long, and compares however many there are.
 */
function withBoundedMerging(rules: readonly ValidationRule[]): readonly ValidationRule[] {
  const bounded = OverlappingFieldsCanBeMergedRule;
  return [...rules.filter(({ name }) => name !== bounded.name), bounded];
}

/** The codes of all errors in a part of an answer. */
export function codesOfPart({ errors = [], incremental = [] }: AnswerPart): readonly string[] {
  const all = [...errors, ...incremental.flatMap((piece) => piece.errors ?? [])];
  return all.map(({ extensions }) => String(extensions['code']));
}

function publicPart<Part extends AnswerPart>(
  part: Part,
  toPublic: (error: GraphQLError) => GraphQLError,
): Part {
  const told = <Piece extends Pick<AnswerPart, 'errors'>>(piece: Piece): Piece =>
    piece.errors ? { ...piece, errors: piece.errors.map(toPublic) } : piece;
  const { incremental } = part;
  return told(incremental ? { ...part, incremental: incremental.map(told) } : part);
}

/** The proposal of incremental delivery that the parts follow. Apollo's clients name the one that they read. */
const ownProposal = '20220824';
const namedProposal = /^(?:deferspec|incrementalspec)="?(?<version>[^"]+)/;

/**
 * Whether a caller accepts parts. A caller that prefers a whole answer gets it. Of types with equal quality, one that
 * is named goes before others, because many clients that only read JSON accept `*`, too. A caller that reads another
 * proposal could not use the parts.
 */
function takesParts({ headers }: Request): boolean {
  const accept = headers.get('accept');
  if (!accept) return true;
  const whole = Math.max(...wholeTypes.map((type) => qualityOf(accept, type)));
  const namesWhole = wholeTypes.some((type) => isNamed(type, acceptedRanges(accept, type)));
  return streamTypes.some((type) => {
    const ranges = acceptedRanges(accept, type).filter(({ parameters }) => isOwnProposal(parameters));
    const needsMore = namesWhole && !isNamed(type, ranges);
    return ranges.some(({ quality }) => (needsMore ? quality > whole : quality >= whole));
  });
}

function isNamed(type: string, ranges: readonly AcceptedRange[]): boolean {
  return ranges.some(({ pattern }) => pattern === type);
}

function isOwnProposal(parameters: readonly string[]): boolean {
  const named = parameters.flatMap((parameter) => namedProposal.exec(parameter)?.groups?.['version'] ?? []);
  return (named[0] ?? ownProposal) === ownProposal;
}

/** The document without `@defer` and `@stream`; the same object where it has neither. */
function withoutParts(document: DocumentNode): DocumentNode {
  return visit(document, {
    Directive: ({ name }) => (name.value === 'defer' || name.value === 'stream' ? null : undefined),
  });
}
