import { plainText } from '../../src/sandbox/plain-text.ts';
import type { DeskName, WorldAgent, WorldEntry, WorldTag } from '../../src/sandbox/world/world.ts';

/** How a vendor tells what its desk holds, as far as vendors differ in it. */
export interface DeskHabits {
  /** Settings that hold, instead of the account's secrets, what the vendor refuses. */
  readonly wrongCredentials: Readonly<Record<string, string>>;
  /** The vendor's id of an agent. */
  readonly agentId: (agent: WorldAgent) => string;
  /** The vendor's id of a tag; null = its list leaves the tag out. */
  readonly tagId: (tag: WorldTag) => string | null;
  /** Ids of departments that every account has besides the desk's own, and to which everybody belongs. */
  readonly commonDepartments: readonly string[];
  /** What a message's body holds of an entry, but for blanks. */
  readonly textOf: (entry: WorldEntry) => string;
  /**
   * How a conversation's messages hold its notes: `marked` as such; `unmarked`, as the vendor does not say which messages
   * are notes; or not at all.
   */
  readonly notes: 'marked' | 'none' | 'unmarked';
  /** Whether it answers for the messages of a conversation that never was as for those of a silent one. */
  readonly isSilentAboutNobody: boolean;
  /** Whether calls for a conversation name it, so that they can fail for that one alone. */
  readonly failsAlone: boolean;
}

const usual: DeskHabits = {
  wrongCredentials: { apiKey: 'another-key-altogether' },
  agentId: ({ id }) => id,
  tagId: ({ id }) => id,
  commonDepartments: [],
  textOf: plainText,
  notes: 'none',
  isSilentAboutNobody: false,
  failsAlone: true,
};

/** The habits of each vendor. */
export const deskHabits: Readonly<Record<DeskName, DeskHabits>> = {
  liveagent: { ...usual, textOf: ({ text }) => text, notes: 'marked' },
  iadvize: usual,
  livechat: {
    ...usual,
    agentId: ({ email }) => email,
    tagId: ({ name, archived }) => (archived ? null : name),
    commonDepartments: ['0'],
    notes: 'marked',
  },
  // A visitor that never was is one who said nothing, and a day's list fails for all, or for none.
  zazachat: { ...usual, notes: 'unmarked', isSilentAboutNobody: true, failsAlone: false },
};
