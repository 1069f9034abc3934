import type { Plugin } from 'graphql-yoga';
import { rewordErrors } from './reworded-errors.ts';
import { secretInputs, withoutSecrets, type SentRequest } from './secret-inputs.ts';

/**
 * Keeps passwords and the like out of errors, which repeat what could not be used. To stand before what changes a
 * request, and after what makes errors fit for callers.
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
          secrets ??= secretInputs(requests.get(hook.request) ?? {});
          return withoutSecrets(message, secrets);
        });
      },
    },
  };
}
