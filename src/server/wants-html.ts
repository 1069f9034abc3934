import type { IncomingMessage } from 'node:http';
import { acceptedRanges } from '../plugins/accepted-types.ts';

/** Whether a browser opens an address to show it: `Accept` names HTML and no JSON. */
export function wantsHtml({ headers: { accept = '' } }: IncomingMessage): boolean {
  const named = acceptedRanges(accept, 'text/html').some(({ pattern }) => pattern === 'text/html');
  return named && !accept.includes('json');
}
