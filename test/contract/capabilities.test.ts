import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArticleReader } from '../../src/contract/article-reader.ts';
import type { Capability } from '../../src/contract/capability.ts';
import type { Conversation } from '../../src/contract/conversation.ts';
import type { DirectoryReader } from '../../src/contract/directory-reader.ts';
import type { Entity } from '../../src/contract/entity.ts';
import { VendorError } from '../../src/contract/vendor-error.ts';
import { calmDay, shiftClock } from '../support/shift-clock.ts';
import { accountVariants } from './accounts.ts';
import type { ChangeCapability } from './mutation-capabilities.ts';
import { openAccount, requestContext, type OpenAccount } from './open-account.ts';
import { walkWindow } from './walk-window.ts';

const day = 86_400_000;

let restoreClock: () => void;
beforeAll(() => {
  restoreClock = shiftClock(calmDay);
});
afterAll(() => restoreClock());

/** The capabilities that are kept by readers; `changes.test.ts` has the others. */
type ReadCapability = Exclude<Capability, ChangeCapability>;

interface Available extends Entity {
  readonly availability?: object | null | undefined;
}

/** Whether anybody's availability is told, by whatever call. */
async function tellsAvailability(reader: DirectoryReader<Available> | undefined): Promise<boolean> {
  const listed = (await reader?.list?.(requestContext()))?.value ?? [];
  const keys = listed.map(({ key }) => key);
  const own = (await reader?.fields?.availability?.(keys, requestContext())) ?? [];
  const found = (await reader?.get(keys, requestContext())) ?? [];
  const whole = found.map((entity) => (entity instanceof VendorError ? entity : entity?.availability));
  return [...listed.map(({ availability }) => availability), ...own, ...whole].some(
    (told) => told && !(told instanceof VendorError),
  );
}

async function searches(reader: ArticleReader | undefined): Promise<boolean> {
  if (!reader) return false;
  return reader.find({ search: 'order' }, requestContext()).then(
    () => true,
    (error: unknown) => !(error instanceof VendorError && error.kind === 'unsupported'),
  );
}

/** The newest conversations, with every field told. */
async function wholeConversations({ conversations }: OpenAccount): Promise<readonly Conversation[]> {
  const order = { field: 'CREATED_AT', direction: 'DESC' } as const;
  const window = { from: calmDay - 30 * day, to: calmDay };
  const rows = await walkWindow(conversations, { order, window, limit: 30, wanted: new Map() });
  const references = [...rows.values()].slice(0, 30).map(({ key }) => ({ key, revision: null }));
  const found = await conversations.get(references, requestContext());
  return found.filter((row) => row !== null && !(row instanceof VendorError));
}

async function offeredBy(account: OpenAccount): Promise<Readonly<Record<ReadCapability, boolean>>> {
  const { source, conversations } = account;
  const { Agent, Company, CustomerGroup, Department, File, KnowledgeBase, SuggestionCategory, Tag, Website } =
    source.directories;
  const whole = await wholeConversations(account);
  const messages = await conversations.messages(whole, requestContext());
  return {
    AGENTS_LIST: Agent?.list !== undefined,
    AGENT_AVAILABILITY: await tellsAvailability(Agent),
    APPLICATION: source.application !== undefined,
    ARTICLES_LIST: source.articles !== undefined,
    ARTICLES_SEARCH: await searches(source.articles),
    CALLS_OVERVIEW: source.callsOverview !== undefined,
    CHATS_OVERVIEW: source.chatsOverview !== undefined,
    COMPANIES_LIST: Company?.list !== undefined,
    CONVERSATIONS_LIST: source.conversations !== undefined,
    CONVERSATION_BY_REFERENCE: conversations.findByReference !== undefined,
    CUSTOMERS_LIST: source.customers?.timeline !== undefined,
    CUSTOMER_BY_EMAIL: source.customers?.findByEmail !== undefined,
    CUSTOMER_GROUPS_LIST: CustomerGroup?.list !== undefined,
    CUSTOM_FIELDS: whole.some(({ customFields }) => customFields && customFields.length > 0),
    DEPARTMENTS_LIST: Department?.list !== undefined,
    DEPARTMENT_AVAILABILITY: await tellsAvailability(Department),
    FILES_READ: File !== undefined,
    KNOWLEDGE_BASES_LIST: KnowledgeBase?.list !== undefined,
    MESSAGES: messages.some((told) => !(told instanceof VendorError) && told.length > 0),
    REPORTS: source.reports !== undefined,
    SATISFACTION_RATINGS_LIST: source.satisfactionRatings !== undefined,
    SUGGESTION_CATEGORIES_LIST: SuggestionCategory?.list !== undefined,
    TAGS_LIST: Tag?.list !== undefined,
    TRANSACTIONS_LIST: source.transactions !== undefined,
    WEBSITES_LIST: Website?.list !== undefined,
    WEBSITE_AGENTS: Website?.fields?.agents !== undefined,
    WIDGETS_LIST: source.widgets !== undefined,
  };
}

describe.each(accountVariants)('$title', (variant) => {
  it('says of what it can do exactly what it offers', async () => {
    const account = await openAccount(variant, { size: 0.1 });
    const offered = await offeredBy(account);
    const names = Object.keys(offered) as ReadCapability[];
    const claimed = Object.fromEntries(names.map((name) => [name, account.source.capabilities.has(name)]));
    expect(claimed).toEqual(offered);
    await account.close();
  });
});
