import type { SandboxAccounts } from '../../src/sandbox/start-sandbox.ts';
import type { DeskName } from '../../src/sandbox/world/world.ts';

/** An account to run the suite against: a vendor, the habits of its wire, and how the source is configured. */
export interface AccountVariant {
  readonly title: string;
  readonly desk: DeskName;
  readonly accounts: SandboxAccounts;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Every vendor, with the habits that its documents leave open. */
export const accountVariants: readonly AccountVariant[] = [
  { title: 'LiveAgent in JSON', desk: 'liveagent', accounts: {}, settings: { format: 'json' } },
  { title: 'LiveAgent in XML', desk: 'liveagent', accounts: {}, settings: { format: 'xml' } },
  {
    title: 'LiveAgent with failures told by status 200',
    desk: 'liveagent',
    accounts: { liveagent: { errorsWith200: true, wrongKeyStatus: 403 } },
    settings: {},
  },
  { title: 'iAdvize as documented', desk: 'iadvize', accounts: {}, settings: {} },
  {
    title: 'iAdvize with wrapped lists, lone objects and refusals in words',
    desk: 'iadvize',
    accounts: {
      iadvize: {
        quirks: { historyWrapper: 'history', loneChat: 'object', chatById: 'object', refusal: 'text' },
      },
    },
    settings: {},
  },
  { title: 'LiveChat as it is live', desk: 'livechat', accounts: {}, settings: {} },
  {
    title: 'LiveChat as documented',
    desk: 'livechat',
    accounts: {
      livechat: { quirks: { dates: 'epoch', groups: 'numbers', singleTicket: 'enveloped' } },
    },
    settings: {},
  },
  { title: 'ZaZaChat with elements', desk: 'zazachat', accounts: {}, settings: {} },
  {
    title: 'ZaZaChat with escaped documents and refusals in words',
    desk: 'zazachat',
    accounts: {
      zazachat: {
        quirks: { result: 'escaped', nothing: 'absent', refusal: 'text', transcriptNamespace: 'double' },
      },
    },
    settings: {},
  },
];

/** One account of each vendor, for what does not depend on habits of the wire. */
export const oneAccountEach: readonly AccountVariant[] = accountVariants.filter(
  ({ desk }, index) => accountVariants.findIndex((other) => other.desk === desk) === index,
);
