import { deletion, field, having, lacking, noFields, type IdOf, type SampleChange } from './sample-change.ts';

/** A new conversation. */
export function newConversation(source: string, more: object = {}): SampleChange {
  return {
    name: 'conversationCreate',
    input: {
      source,
      subject: 'A parcel',
      message: 'Where is it?',
      customerEmail: 'kim@example.com',
      ...more,
    },
    selection: 'conversation { subject messages { nodes { text } } }',
    result: { conversation: { subject: 'A parcel', messages: { nodes: having({ text: 'Where is it?' }) } } },
  };
}

function sent(kind: string, text: string) {
  return {
    selection: 'conversation { messages(first: 100) { nodes { kind text } } }',
    result: { conversation: { messages: { nodes: having({ kind, text }) } } },
  };
}

/** Every change of a LiveAgent conversation. */
export function conversationChanges(source: string, idOf: IdOf): readonly SampleChange[] {
  const conversationId = idOf('conversations');
  const agentId = idOf('agents');
  const own = 'conversation { customFields { code value } }';
  return [
    newConversation(source, { agentId, departmentId: idOf('departments') }),
    {
      name: 'conversationMessageSend',
      input: { conversationId, agentId, message: 'It is on its way.' },
      ...sent('MESSAGE', 'It is on its way.'),
    },
    {
      name: 'conversationNoteAdd',
      input: { conversationId, note: 'Asked the depot.' },
      ...sent('NOTE', 'Asked the depot.'),
    },
    {
      name: 'conversationTransfer',
      input: { conversationId, toAgentId: idOf('agents', 1) },
      selection: 'conversation { assignee { id } }',
      result: { conversation: { assignee: { id: idOf('agents', 1) } } },
    },
    {
      name: 'conversationStatusChange',
      input: { conversationId, status: 'RESOLVED' },
      selection: 'conversation { status }',
      result: { conversation: { status: 'RESOLVED' } },
    },
    ...tagChanges(conversationId),
    {
      name: 'conversationFieldsSet',
      input: { conversationId, fields: [field] },
      selection: own,
      result: { conversation: { customFields: having(field) } },
    },
    {
      name: 'conversationFieldsClear',
      input: { conversationId, codes: ['order'] },
      selection: own,
      result: { conversation: noFields },
    },
    deletion('conversationDelete', { conversationId: idOf('conversations', 1) }),
  ];
}

/** Putting a tag on a conversation and taking it off. */
export function tagChanges(conversationId: string): readonly SampleChange[] {
  const input = { conversationId, tagName: 'fresh' };
  const selection = 'conversation { tags { name } }';
  const tags = having({ name: 'fresh' });
  const without = lacking({ name: 'fresh' });
  return [
    { name: 'conversationTagAdd', input, selection, result: { conversation: { tags } } },
    { name: 'conversationTagRemove', input, selection, result: { conversation: { tags: without } } },
  ];
}
