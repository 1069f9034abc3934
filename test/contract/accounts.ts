import type { SandboxAccounts } from '../../src/sandbox/start-sandbox.ts';
import { deskNames, type DeskName } from '../../src/sandbox/world/world.ts';
import { deskHabits, type DeskHabits } from './desk-habits.ts';

/** The habits of a vendor's wire, and how the source is configured. */
interface Account {
  readonly title: string;
  readonly accounts: SandboxAccounts;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** An account to run the suite against. */
export interface AccountVariant extends Account {
  readonly desk: DeskName;
  readonly habits: DeskHabits;
}

/** The accounts of every vendor, with the habits that its documents leave open. */
const accountsOf: Readonly<Record<DeskName, readonly Account[]>> = {
  liveagent: [
    { title: 'LiveAgent in JSON', accounts: {}, settings: { format: 'json' } },
    { title: 'LiveAgent in XML', accounts: {}, settings: { format: 'xml' } },
    {
      title: 'LiveAgent with failures told by status 200',
      accounts: { liveagent: { errorsWith200: true, wrongKeyStatus: 403 } },
      settings: {},
    },
  ],
  iadvize: [
    { title: 'iAdvize as documented', accounts: {}, settings: {} },
    {
      title: 'iAdvize with wrapped lists, lone objects and refusals in words',
      accounts: {
        iadvize: {
          quirks: { historyWrapper: 'history', loneChat: 'object', chatById: 'object', refusal: 'text' },
        },
      },
      settings: {},
    },
  ],
  livechat: [
    { title: 'LiveChat as it is live', accounts: {}, settings: {} },
    {
      title: 'LiveChat as documented',
      accounts: {
        livechat: { quirks: { dates: 'epoch', groups: 'numbers', singleTicket: 'enveloped' } },
      },
      settings: {},
    },
  ],
  zazachat: [
    { title: 'ZaZaChat with elements', accounts: {}, settings: {} },
    {
      title: 'ZaZaChat with escaped documents and refusals in words',
      accounts: {
        zazachat: {
          quirks: { result: 'escaped', nothing: 'absent', refusal: 'text', transcriptNamespace: 'double' },
        },
      },
      settings: {},
    },
  ],
};

/** Every account of every vendor. */
export const accountVariants: readonly AccountVariant[] = deskNames.flatMap((desk) =>
  accountsOf[desk].map((account) => ({ ...account, desk, habits: deskHabits[desk] })),
);

/** One account of each vendor, for what does not depend on habits of the wire. */
export const oneAccountEach: readonly AccountVariant[] = accountVariants.filter(
  ({ desk }, index) => accountVariants.findIndex((other) => other.desk === desk) === index,
);
