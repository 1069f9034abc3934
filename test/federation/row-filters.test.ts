import { describe, expect, it } from 'vitest';
import type { ConversationCriteria } from '../../src/contract/conversation-reader.ts';
import type { Conversation } from '../../src/contract/conversation.ts';
import type { CustomerCriteria, ListedCustomer } from '../../src/contract/customer-reader.ts';
import type { FilterSupport } from '../../src/contract/timeline.ts';
import { conversationTimeline } from '../../src/federation/conversation-timeline.ts';
import { customerTimeline } from '../../src/federation/customer-timeline.ts';
import { planSource } from '../../src/federation/source-plan.ts';
import type { TimelineReaderOf } from '../../src/federation/timeline-kind.ts';
import { answer, fakeSource } from './fake-world.ts';

type ConversationList = TimelineReaderOf<Conversation, ConversationCriteria>;

const source = fakeSource('red');

const conversation: Conversation = {
  key: 'c1',
  vendorId: 'c1',
  reference: null,
  channel: 'EMAIL',
  vendorChannel: 'E',
  status: 'OPEN',
  vendorStatus: 'open',
  subject: 'Broken KETTLE',
  preview: null,
  createdAt: 100,
  updatedAt: 200,
  durationSeconds: null,
  priority: null,
  category: null,
  publicCode: null,
  department: { key: 'd1' },
  assignee: null,
  customer: { key: 'u1', email: ' Ann@Example.org ', externalId: 'C-7' },
  tags: [{ key: 't1', name: 'Very Important' }, { key: 't2' }],
  revision: null,
  fetchedAt: 0,
  raw: null,
};

async function list() {
  return answer({ rows: [], coveredTo: null, position: null });
}

function conversationReader(
  support: Partial<Record<keyof ConversationCriteria, FilterSupport>> = {},
  possible?: NonNullable<ConversationList['possible']>,
): ConversationList {
  const names = Object.keys(conversationTimeline.criteria) as (keyof ConversationCriteria)[];
  const filters = Object.fromEntries(
    names.map((name) => [name, support[name] ?? 'gateway']),
  ) as ConversationList['filters'];
  return possible ? { filters, list, possible } : { filters, list };
}

function planFor(criteria: ConversationCriteria, reader = conversationReader()) {
  return planSource({ source, reader, criteria }, conversationTimeline);
}

function accepts(criteria: ConversationCriteria, row: Partial<Conversation> = {}): boolean | null {
  const plan = planFor(criteria);
  return plan.action === 'ask' ? plan.accepts({ ...conversation, ...row }) : null;
}

describe('the filters that the gateway applies to conversations', () => {
  it.each<[string, ConversationCriteria, ConversationCriteria]>([
    ['status', { status: ['NEW', 'OPEN'] }, { status: ['NEW'] }],
    ['channel', { channel: ['EMAIL'] }, { channel: ['CHAT', 'CALL'] }],
    ['department', { departmentKey: 'd1' }, { departmentKey: 'd2' }],
    ['assignment', { assigned: false }, { assigned: true }],
    [
      'e-mail, without blanks and case',
      { customerEmail: 'ann@example.org' },
      { customerEmail: 'bob@example.org' },
    ],
    ['the customer’s own number', { customerExternalId: 'C-7' }, { customerExternalId: 'c-7' }],
    ['tag name, without case', { tag: 'very important' }, { tag: 'important' }],
    ['words in the subject, without case', { search: 'n kett' }, { search: 'teapot' }],
    ['creation time', { created: { from: 100, to: 101 } }, { created: { from: 0, to: 100 } }],
    ['time of change', { updated: { from: 200, to: 201 } }, { updated: { from: 0, to: 200 } }],
  ])('match by %s', (_, matching, other) => {
    expect(accepts(matching)).toBe(true);
    expect(accepts(other)).toBe(false);
  });

  it('match by assignee', () => {
    const assigned = { assignee: { key: 'a1' } };
    expect(accepts({ assigneeKey: 'a1' }, assigned)).toBe(true);
    expect(accepts({ assigneeKey: 'a1' })).toBe(false);
    expect(accepts({ assigned: true }, assigned)).toBe(true);
  });

  it('search the preview too', () => {
    expect(accepts({ search: 'handle' }, { preview: 'The Handle came off' })).toBe(true);
    expect(accepts({ search: 'handle' }, { subject: null, preview: null })).toBe(false);
  });

  it('take a conversation that never changed by its creation', () => {
    expect(accepts({ updated: { from: 100, to: 101 } }, { updatedAt: null })).toBe(true);
    expect(conversationTimeline.timeOf({ ...conversation, updatedAt: null }, 'UPDATED_AT')).toBe(100);
    expect(conversationTimeline.timeOf(conversation, 'UPDATED_AT')).toBe(200);
    expect(conversationTimeline.timeOf(conversation, 'CREATED_AT')).toBe(100);
  });

  it('match nothing on rows that do not tell', () => {
    const silent = { department: undefined, customer: undefined, tags: undefined };
    expect(accepts({ departmentKey: 'd1' }, silent)).toBe(false);
    expect(accepts({ customerEmail: 'ann@example.org' }, silent)).toBe(false);
    expect(accepts({ tag: 'very important' }, silent)).toBe(false);
  });

  it('all have to match', () => {
    expect(accepts({ status: ['OPEN'], search: 'kettle' })).toBe(true);
    expect(accepts({ status: ['OPEN'], search: 'teapot' })).toBe(false);
    expect(accepts({})).toBe(true);
  });

  it('are left to the vendor where the vendor applies them', () => {
    const plan = planFor({ search: 'teapot', status: ['OPEN'] }, conversationReader({ search: 'vendor' }));
    expect(plan).toMatchObject({ action: 'ask', filter: { search: 'teapot', status: ['OPEN'] } });
    expect(plan.action === 'ask' && plan.accepts(conversation)).toBe(true);
  });
});

describe('the plan for a source', () => {
  it('is to leave it alone when no row can match, even where another filter is unsupported', () => {
    const reader = conversationReader({ tag: 'never', search: 'unsupported' });
    expect(planFor({ tag: 'vip' }, reader).action).toBe('nothing');
    expect(planFor({ tag: 'vip', search: 'x' }, reader).action).toBe('nothing');
    expect(planFor({}, reader).action).toBe('ask');
  });

  it('is to leave it alone when it has none of the values wanted', () => {
    const reader = conversationReader({ status: 'vendor' }, { status: ['CLOSED'], channel: ['CHAT'] });
    expect(planFor({ status: ['OPEN', 'NEW'] }, reader).action).toBe('nothing');
    expect(planFor({ status: ['OPEN', 'CLOSED'] }, reader).action).toBe('ask');
    expect(planFor({ channel: ['EMAIL'] }, reader).action).toBe('nothing');
    expect(planFor({ status: [] }).action).toBe('nothing');
  });

  it('is to skip it when a filter cannot be applied, by the name that callers know', () => {
    const plan = planFor({ departmentKey: 'd1' }, conversationReader({ departmentKey: 'unsupported' }));
    expect(plan).toMatchObject({ action: 'skip', because: { code: 'UNSUPPORTED_FILTER' } });
    expect(plan.action === 'skip' && plan.because.message).toContain('departmentId');
  });

  it('is to skip it when it cannot list at all', () => {
    const plan = planSource({ source, criteria: {} }, conversationTimeline);
    expect(plan).toMatchObject({ action: 'skip', because: { code: 'UNSUPPORTED', retryable: false } });
    expect(planSource({ source, criteria: 'none' }, conversationTimeline).action).toBe('nothing');
  });
});

describe('the filters that the gateway applies to customers', () => {
  const customer: ListedCustomer = {
    key: 'u1',
    createdAt: 5,
    email: 'Ann@Example.org',
    firstName: 'Ann',
    lastName: 'Lee',
  };

  function acceptsCustomer(criteria: CustomerCriteria, row: Partial<ListedCustomer> = {}): boolean {
    const { email, search } = customerTimeline.criteria;
    const listed = { ...customer, ...row };
    return criteria.email === undefined
      ? search.matches(listed, criteria.search ?? '')
      : email.matches(listed, criteria.email);
  }

  it('match by e-mail without case', () => {
    expect(acceptsCustomer({ email: 'ann@example.org' })).toBe(true);
    expect(acceptsCustomer({ email: 'ann@example.org' }, { email: null })).toBe(false);
  });

  it('search in name and e-mail, the name from its parts where there is no whole one', () => {
    expect(acceptsCustomer({ search: 'n le' })).toBe(true);
    expect(acceptsCustomer({ search: 'example.o' })).toBe(true);
    expect(acceptsCustomer({ search: 'zoe' }, { name: 'ZOE Lee' })).toBe(true);
    expect(acceptsCustomer({ search: 'bob' })).toBe(false);
  });

  it('sort customers by creation whatever the field', () => {
    expect(customerTimeline.timeOf(customer, 'UPDATED_AT')).toBe(5);
  });
});
