import { preferredAnswerType } from '../plugins/accepted-types.ts';

/** The media type of an answer that is made without the GraphQL server. `accept`: the request's header `Accept`. */
export function answerType(accept = ''): string {
  return `${preferredAnswerType(accept)}; charset=utf-8`;
}
