import type { DeskName } from './world/world.ts';
import { deskPlans, type DeskPlan } from './world/desk-plan.ts';

/** The credentials the emulators accept. They protect nothing: all data behind them is made up. */
export const sandboxCredentials = {
  liveagent: { apiKey: 'sandbox-liveagent-key' },
  iadvize: { apiKey: 'sandbox-iadvize-key' },
  livechat: { login: 'gateway@livechat.desk.example.com', apiKey: 'sandbox-livechat-key' },
  zazachat: { clientId: 12_345, apiKey: 'sandbox-zazachat-key' },
} as const satisfies Readonly<Record<DeskName, object>>;

/** What each source is called in the configuration. */
export const sandboxSourceNames: Readonly<Record<DeskName, string>> = {
  liveagent: 'support',
  iadvize: 'shop',
  livechat: 'tickets',
  zazachat: 'legacy',
};

/** One entry of the configuration file's `sources`. */
export type SandboxSource = Readonly<Record<string, number | string | readonly string[]>>;

/** The settings of each desk's source, for an emulator that listens at `origin`. */
const settings: Readonly<Record<DeskName, (origin: string, plan: DeskPlan) => SandboxSource>> = {
  liveagent: (origin, { timeZone }) => ({
    url: origin,
    ...sandboxCredentials.liveagent,
    timeZone,
    // The real vendor's 180 calls a minute would only make a first look around slow.
    requestsPerMinute: 60_000,
  }),
  iadvize: (origin, { timeZone }) => ({
    url: `${origin}/api`,
    ...sandboxCredentials.iadvize,
    timeZone,
    currency: 'EUR',
  }),
  livechat: (origin) => ({ url: origin, ...sandboxCredentials.livechat }),
  zazachat: (origin, { timeZone, fieldCodes }) => ({
    url: `${origin}/webservices/enterprise.asmx`,
    ...sandboxCredentials.zazachat,
    timeZone,
    preChat: ['name', 'email'],
    customFieldNames: fieldCodes,
  }),
};

/** The configuration of a source for a desk whose emulator listens at `origin`. */
export function sandboxSource(desk: DeskName, origin: string): SandboxSource {
  return { vendor: desk, ...settings[desk](origin, deskPlans[desk]) };
}
