import { openGateway, type GatewaySettings } from '../support/gateway-over.ts';

const nobody = 'http://127.0.0.1:9';

/** Sources that nobody answers for: what these tests ask must be refused, or answered, without a call. */
export const silentSources = {
  support: { vendor: 'liveagent', url: nobody, apiKey: 'key-of-support' },
  shop: { vendor: 'iadvize', url: nobody, apiKey: 'key-of-shop' },
  tickets: { vendor: 'livechat', url: nobody, login: 'robot@example.com', apiKey: 'key-of-tickets' },
  legacy: { vendor: 'zazachat', url: nobody, clientId: 1, apiKey: 'key-of-legacy' },
};

/** A gateway over sources that nobody answers for. */
export function openSilentGateway(settings: GatewaySettings = {}) {
  return openGateway(silentSources, { everySource: { retries: 0 }, ...settings });
}
