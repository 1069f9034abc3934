import type { Agent } from './agent.ts';
import type { ArticleReader } from './article-reader.ts';
import type { Answer, CallContext } from './call-context.ts';
import type { CallCosts } from './call-costs.ts';
import type { Capability } from './capability.ts';
import type { Company } from './company.ts';
import type { DetailLine } from './detail-line.ts';
import type { SatisfactionReader, TransactionReader } from './conversation-aftermath.ts';
import type { ConversationReader } from './conversation-reader.ts';
import type { CustomerReader } from './customer-reader.ts';
import type { CustomerGroup, Department, Tag, Website } from './directory.ts';
import type { DirectoryReader } from './directory-reader.ts';
import type { EntityType } from './entity-type.ts';
import type { MutationHandlers } from './mutations/mutation-handlers.ts';
import type { KnowledgeBase, SuggestionCategory } from './knowledge-base.ts';
import type { CallsOverview, ChatsOverview } from './live-overview.ts';
import type { ReportReader } from './report-reader.ts';
import type { Application, RateBudget, SourceStatus } from './source-health.ts';
import type { StoredFile } from './stored-file.ts';
import type { Widget } from './widget.ts';

/** The directories a source may have; one left out is a missing capability. */
export interface Directories {
  readonly Agent?: DirectoryReader<Agent>;
  readonly Company?: DirectoryReader<Company>;
  readonly CustomerGroup?: DirectoryReader<CustomerGroup>;
  readonly Department?: DirectoryReader<Department>;
  readonly File?: DirectoryReader<StoredFile>;
  readonly KnowledgeBase?: DirectoryReader<KnowledgeBase>;
  readonly SuggestionCategory?: DirectoryReader<SuggestionCategory>;
  readonly Tag?: DirectoryReader<Tag>;
  readonly Website?: DirectoryReader<Website>;
}

/** What a probe that succeeded has to tell people. */
export interface ProbeRemark {
  readonly message: string;
  /** false = the answer leaves it open whether the key is accepted. */
  readonly isKeyAccepted: boolean;
}

/** One configured account of one vendor: what an adapter must be able to do. What it cannot do, it leaves out. */
export interface HelpdeskSource {
  /** Name in the configuration. */
  readonly name: string;
  /** Value of the GraphQL enum `Vendor`. */
  readonly vendor: string;
  /** The folder that links without a host in its texts belong to: `https://desk.example.org/`; left out = none. */
  readonly linkBase?: string;
  readonly capabilities: ReadonlySet<Capability>;
  /** How many calls things take; left out = one call for each list, and none for rows. */
  readonly callCosts?: CallCosts;
  /** Where its reads of details wait; left out = nowhere. */
  readonly detailLine?: DetailLine;
  readonly conversations?: ConversationReader;
  /** Left out where no call tells of customers: conversations then tell all that is known of theirs. */
  readonly customers?: CustomerReader;
  readonly articles?: ArticleReader;
  readonly satisfactionRatings?: SatisfactionReader;
  readonly transactions?: TransactionReader;
  readonly directories: Directories;
  readonly reports?: ReportReader;
  /** The changes it can make; one left out is a missing capability. */
  readonly mutations?: Partial<MutationHandlers>;
  /**
   * The key of the entity that has a vendor's own id; null = the vendor cannot look the id up, so that only a list
   * could tell.
   */
  keyOfVendorId(type: EntityType, vendorId: string): string | null;
  /** The vendor's version and clock; left out where it does not tell. */
  application?(context: CallContext): Promise<Answer<Application>>;
  /** The chats of this moment; left out where the vendor does not tell, null where this server does not. */
  chatsOverview?(context: CallContext): Promise<Answer<ChatsOverview | null>>;
  /** The calls of this moment; left out where the vendor does not tell, null where this server does not. */
  callsOverview?(context: CallContext): Promise<Answer<CallsOverview | null>>;
  /** The buttons and forms for web pages; left out where the vendor does not tell, null where this server does not. */
  widgets?(context: CallContext): Promise<Answer<readonly Widget[] | null>>;
  /** Makes one cheap call that only reads; fails when the source cannot be used. */
  probe(context: CallContext): Promise<ProbeRemark | void>;
  /** Health, judged by recent calls; calls nobody. */
  status(): SourceStatus;
  /** null = no budget configured. */
  rateBudget(): RateBudget | null;
  /** Closes connections. */
  close(): Promise<void>;
}

/** All sources by name. */
export type SourceRegistry = ReadonlyMap<string, HelpdeskSource>;
