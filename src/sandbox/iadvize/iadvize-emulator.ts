import type { EmulatedReply, EmulatedRequest, EmulatorHandler } from '../emulator.ts';
import type { Desk } from '../world/world.ts';
import { documentedQuirks } from './iadvize-account.ts';
import type { IadvizeAccount, IadvizeCall } from './iadvize-account.ts';
import { getHistory, getHistoryById } from './iadvize-chat-history.ts';
import { createAccount, deleteAccount, editAccount } from './iadvize-operator-accounts.ts';
import { getStats } from './iadvize-operator-stats.ts';
import {
  disconnect,
  linkWebsite,
  setAvailable,
  setUnavailable,
  unlinkWebsite,
} from './iadvize-operator-switches.ts';
import { getClientOperatorList, getWebsiteOperatorList } from './iadvize-operators.ts';
import { refusalReply } from './iadvize-replies.ts';
import { getSatisfaction } from './iadvize-satisfaction.ts';
import { getTransactions } from './iadvize-transactions.ts';
import { getClientWebsiteList } from './iadvize-websites.ts';

const methods = new Map<string, (call: IadvizeCall) => EmulatedReply>([
  ['operator/createAccount', createAccount],
  ['operator/getClientOperatorList', getClientOperatorList],
  ['operator/getWebsiteOperatorList', getWebsiteOperatorList],
  ['operator/editAccount', editAccount],
  ['operator/deleteAccount', deleteAccount],
  ['operator/linkWebsite', linkWebsite],
  ['operator/unlinkWebsite', unlinkWebsite],
  ['operator/setUnavailable', setUnavailable],
  ['operator/setAvailable', setAvailable],
  ['operator/disconnect', disconnect],
  ['website/getClientWebsiteList', getClientWebsiteList],
  ['chat_history/getHistory', getHistory],
  ['chat_history/getHistoryByID', getHistoryById],
  ['transactions/getTransactions', getTransactions],
  ['satisfaction/getSatisfaction', getSatisfaction],
  ['operator_stats/getStats', getStats],
]);

/** Model and method of `/api/{model}/{method}/`; the leading `api` may be missing. */
function methodName({ path }: EmulatedRequest): string {
  return path
    .split('/')
    .filter((segment) => segment !== '' && segment !== 'api')
    .join('/');
}

/**
 * iAdvize API 1.7 over one desk. Everything is GET under `/api`, changes included, and nearly everything is
 * answered with HTTP 200.
 */
export function createIadvizeEmulator(desk: Desk, account: IadvizeAccount): EmulatorHandler {
  const quirks = { ...documentedQuirks, ...account.quirks };
  const unavailable = new Set<string>();
  const now = account.now ?? Date.now;
  return {
    vendor: 'iadvize',
    operation: methodName,
    handle(request) {
      if (request.method !== 'GET') {
        return { status: 405, headers: { allow: 'GET', 'content-type': 'text/plain' }, body: '' };
      }
      if (request.query.get('key') !== account.apiKey) return refusalReply('Invalid API key', quirks);
      const method = methods.get(methodName(request));
      if (!method) return refusalReply('Unknown model or method', quirks);
      return method({ desk, quirks, query: request.query, now: now(), unavailable });
    },
  };
}
