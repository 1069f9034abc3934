import type { Plugin } from 'graphql-yoga';
import { rewordErrors } from './reworded-errors.ts';
import { secretInputs, withoutSecrets, type SentRequest } from './secret-inputs.ts';

/**
 * Keeps passwords and the like out of errors, which may repeat what could not be used. `read` must stand before plugins
 * that change a request, `hide` after those that make errors fit for callers.
 */
export function useSecretInputs(): { readonly read: Plugin; readonly hide: Plugin } {
  const requests = new WeakMap<Request, SentRequest>();
  return {
    read: {
      onParams: ({ request, params }) => void requests.set(request, params),
    },
    hide: {
      onResultProcess(hook) {
        let secrets: readonly string[] | undefined;
        rewordErrors(hook, (message) => {
          const request = requests.get(hook.request) ?? {};
          secrets ??= secretInputs(request);
          return withoutSecrets(message, secrets, request.query);
        });
      },
    },
  };
}
