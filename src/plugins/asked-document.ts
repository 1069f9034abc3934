import { getOperationAST, parse, type DocumentNode, type ExecutionArgs } from 'graphql';
import { requestOf } from './request-of.ts';

/** A document as its caller sent it. */
export interface AskedDocument {
  readonly text: string;
  /** Name of the operation; null = it has none. */
  readonly name: string | null;
}

const documents = new WeakMap<Request, AskedDocument>();

/** Notes the document that a caller sent, where another one with the same meaning is executed in its place. */
export function rememberAsked(request: Request, document: AskedDocument): void {
  documents.set(request, document);
}

/** The most characters of an operation's name in logs and traces: callers may write names of any length. */
const longestName = 64;

/** The name that a caller gave the operation, cut to 64 characters; null = none. */
export function nameAsked(args: ExecutionArgs): string | null {
  const asked = askedBy(args);
  const name = asked ? asked.name : getOperationAST(args.document, args.operationName)?.name?.value;
  return name?.slice(0, longestName) ?? null;
}

/** The document that a caller sent. */
export function documentAsked(args: ExecutionArgs): DocumentNode {
  const asked = askedBy(args);
  return asked ? parse(asked.text) : args.document;
}

function askedBy(args: ExecutionArgs): AskedDocument | undefined {
  const request = requestOf(args);
  return request && documents.get(request);
}
