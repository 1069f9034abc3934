import { firstHeader } from './first-header.ts';
import { refusalAnswer, type Refusal } from './refusal.ts';
import type { AnswerTarget } from './send-answer.ts';

/** Refuses a request; the pages of `cors` may read why. Gives the status. */
export function sendRefusal(
  refusal: Refusal,
  { request, response, requestId }: AnswerTarget,
  cors: readonly string[],
): number {
  const header = (name: string) => firstHeader(request.headers, name);
  const { status, headers, body } = refusalAnswer(refusal, { header, requestId }, cors);
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) }).end(body);
  return status;
}
