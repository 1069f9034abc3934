import type { Plugin } from 'graphql-yoga';
import { secretInputs, withoutSecrets, type SentRequest } from './secret-inputs.ts';

/** Keeps passwords and the like out of errors, which may repeat what could not be used. */
export interface SecretInputs {
  /** Reads what a request holds; it must stand before plugins that change a request. */
  readonly plugin: Plugin;
  /** The message of an error without the secrets of the request that it tells of. It must be whole. */
  hide(message: string, request: Request): string;
}

/** A request and, once an error is told, its secrets. */
interface ReadRequest {
  readonly sent: SentRequest;
  secrets?: readonly string[];
}

/** Makes what reads requests and hides their secrets. */
export function useSecretInputs(): SecretInputs {
  const requests = new WeakMap<Request, ReadRequest>();
  return {
    plugin: {
      onParams: ({ request, params }) => void requests.set(request, { sent: params }),
    },
    hide(message, request) {
      const read: ReadRequest = requests.get(request) ?? { sent: {} };
      read.secrets ??= secretInputs(read.sent);
      return withoutSecrets(message, read.secrets, read.sent.query);
    },
  };
}
