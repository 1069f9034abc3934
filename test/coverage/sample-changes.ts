import { expect } from 'vitest';
import type { DeskName } from '../../src/sandbox/world/world.ts';
import { deletion, field, having, lacking, noFields, type IdOf, type SampleChange } from './sample-change.ts';
import { conversationChanges, newConversation, tagChanges } from './sample-conversation-changes.ts';

const colours = { color: '112233', backgroundColor: 'ddeeff' };
const label = 'name color backgroundColor';
const person = { name: 'Robin Reed', email: 'robin@example.com', password: 'pass-for-robin' };

/** Input of `agentCreate`. */
type NewAgent = typeof person & { readonly source: string; readonly nickname?: string };

/** The changes of each vendor's source, in an order in which each has what it needs. */
export const sampleChanges: Readonly<
  Record<DeskName, (source: string, idOf: IdOf) => readonly SampleChange[]>
> = {
  liveagent: (source, idOf) => [
    ...conversationChanges(source, idOf),
    ...customerChanges(source, idOf),
    ...labelChanges(source, idOf),
    ...contentChanges(source, idOf),
  ],
  iadvize: (source, idOf) => [
    ...agentChanges({ ...person, source, nickname: 'Robbie' }, idOf('online')),
    ...websiteChanges(idOf('agents'), idOf('websites')),
    agentDeletion(idOf('agents', 1)),
  ],
  livechat: (source, idOf) => [
    newConversation(source),
    ...tagChanges(idOf('conversations')),
    {
      name: 'tagCreate',
      input: { source, name: 'brand new' },
      selection: 'tag { name }',
      result: { tag: { name: 'brand new' } },
    },
    deletion('tagDelete', { tagId: idOf('tags') }),
    ...agentChanges({ ...person, source }, idOf('online')),
    agentDeletion(idOf('agents', 2)),
  ],
  zazachat: () => [],
};

function customerChanges(source: string, idOf: IdOf): readonly SampleChange[] {
  const customerId = idOf('customers');
  const own = 'customer { customFields { code value } }';
  const group = { customerId, groupName: 'Gold friends' };
  const groups = 'customer { groups { name } }';
  return [
    {
      name: 'customerRegister',
      input: { source, email: 'lee@example.com', name: 'Lee Moss' },
      selection: 'customer { email name }',
      result: { customer: { email: 'lee@example.com', name: 'Lee Moss' } },
    },
    {
      name: 'customerFieldsSet',
      input: { customerId, fields: [field] },
      selection: own,
      result: { customer: { customFields: having(field) } },
    },
    {
      name: 'customerFieldsClear',
      input: { customerId, codes: ['order'] },
      selection: own,
      result: { customer: noFields },
    },
    {
      name: 'customerGroupCreate',
      input: { source, name: 'Gold friends', ...colours },
      selection: `customerGroup { ${label} }`,
      result: { customerGroup: { name: 'Gold friends', ...colours } },
    },
    {
      name: 'customerGroupJoin',
      input: group,
      selection: groups,
      result: { customer: { groups: having({ name: 'Gold friends' }) } },
    },
    {
      name: 'customerGroupLeave',
      input: group,
      selection: groups,
      result: {
        customer: {
          groups: lacking({ name: 'Gold friends' }),
        },
      },
    },
    {
      name: 'customerGroupUpdate',
      input: { customerGroupId: idOf('customerGroups'), name: 'Silver friends', ...colours },
      selection: `customerGroup { ${label} }`,
      result: { customerGroup: { name: 'Silver friends', ...colours } },
    },
    deletion('customerGroupDelete', { customerGroupId: idOf('customerGroups', 1) }),
  ];
}

function labelChanges(source: string, idOf: IdOf): readonly SampleChange[] {
  const selection = `tag { ${label} }`;
  const made = { name: 'brand new', ...colours };
  const changed = { name: 'renamed', ...colours };
  return [
    { name: 'tagCreate', input: { source, ...made }, selection, result: { tag: made } },
    { name: 'tagUpdate', input: { tagId: idOf('tags'), ...changed }, selection, result: { tag: changed } },
    deletion('tagDelete', { tagId: idOf('tags', 1) }),
  ];
}

function contentChanges(source: string, idOf: IdOf): readonly SampleChange[] {
  const text = { name: 'plan.txt', mimeType: 'text/plain' };
  return [
    {
      name: 'fileUpload',
      input: { source, ...text, base64: 'aGVsbG8=' },
      selection: 'file { name mimeType size }',
      result: { file: { ...text, size: 5 } },
    },
    {
      name: 'knowledgeBaseCategoryCreate',
      input: { source, title: 'Guides', type: 'CATEGORY' },
      selection: 'article { title type }',
      result: { article: { title: 'Guides', type: 'CATEGORY' } },
    },
    {
      name: 'suggestionCreate',
      input: {
        source,
        categoryId: idOf('suggestionCategories'),
        subject: 'Dark mode',
        message: 'Please.',
        authorId: idOf('customers'),
      },
      selection: 'suggestionId',
      result: { suggestionId: expect.stringMatching(/./) },
    },
    deletion('knowledgeBaseEntryDelete', { articleId: idOf('articles') }),
  ];
}

function agentChanges(creation: NewAgent, agentId: string): readonly SampleChange[] {
  const availability = 'agent { availability { chat online } }';
  return [
    {
      name: 'agentCreate',
      input: creation,
      selection: 'agent { name }',
      result: { agent: { name: creation.name } },
    },
    {
      name: 'agentUpdate',
      input: { agentId, name: 'Alex Field', maxChats: 4 },
      selection: 'agent { name }',
      result: { agent: { name: 'Alex Field' } },
    },
    {
      name: 'agentAvailabilitySet',
      input: { agentId, available: true },
      selection: availability,
      result: { agent: { availability: { chat: true } } },
    },
    {
      name: 'agentAvailabilitySet',
      input: { agentId, available: false },
      selection: availability,
      result: { agent: { availability: { chat: false } } },
    },
    {
      name: 'agentDisconnect',
      input: { agentId },
      selection: availability,
      result: { agent: { availability: { online: false } } },
    },
  ];
}

function websiteChanges(agentId: string, websiteId: string): readonly SampleChange[] {
  const input = { agentId, websiteId };
  // No call tells the sites of an operator.
  const seen = { selection: 'agent { id }', result: { agent: { id: agentId } } };
  return [
    { name: 'agentWebsiteUnlink', input, ...seen },
    { name: 'agentWebsiteLink', input, ...seen },
  ];
}

function agentDeletion(agentId: string): SampleChange {
  return deletion('agentDelete', { agentId });
}
