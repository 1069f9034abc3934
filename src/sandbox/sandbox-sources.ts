import type { DeskName } from './world/world.ts';
import { deskPlans } from './world/desk-plan.ts';

/** The credentials the emulators accept. They protect nothing: all data behind them is made up. */
export const sandboxCredentials = {
  liveagent: { apiKey: 'sandbox-liveagent-key' },
  iadvize: { apiKey: 'sandbox-iadvize-key' },
  livechat: { login: 'gateway@livechat.desk.example.com', apiKey: 'sandbox-livechat-key' },
  zazachat: { clientId: 12_345, apiKey: 'sandbox-zazachat-key' },
} as const;

/** What each source is called in the configuration. */
export const sandboxSourceNames: Readonly<Record<DeskName, string>> = {
  liveagent: 'support',
  iadvize: 'shop',
  livechat: 'tickets',
  zazachat: 'legacy',
};

/** One entry of the configuration file's `sources`. */
export type SandboxSource = Readonly<Record<string, number | string | readonly string[]>>;

/** The configuration of a source for a desk whose emulator listens at `origin`. */
export function sandboxSource(desk: DeskName, origin: string): SandboxSource {
  const { timeZone, fieldCodes } = deskPlans[desk];
  switch (desk) {
    case 'liveagent':
      // The real vendor's 180 calls a minute would only make a first look around slow.
      return {
        vendor: desk,
        url: origin,
        ...sandboxCredentials.liveagent,
        timeZone,
        requestsPerMinute: 60_000,
      };
    case 'iadvize':
      return { vendor: desk, url: `${origin}/api`, ...sandboxCredentials.iadvize, timeZone, currency: 'EUR' };
    case 'livechat':
      return { vendor: desk, url: origin, ...sandboxCredentials.livechat };
    default:
      return {
        vendor: desk,
        url: `${origin}/webservices/enterprise.asmx`,
        ...sandboxCredentials.zazachat,
        timeZone,
        preChat: ['name', 'email'],
        customFieldNames: fieldCodes,
      };
  }
}
