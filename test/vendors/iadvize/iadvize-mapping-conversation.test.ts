import { describe, expect, it } from 'vitest';
import { createLocalClock } from '../../../src/vendors/iadvize/iadvize-mapping-time.ts';
import { toConversation } from '../../../src/vendors/iadvize/iadvize-mapping-conversation.ts';
import { chatSchema } from '../../../src/vendors/iadvize/iadvize-wire.ts';
import { line, wireChat } from './chats.ts';
import { fetchedAt } from './reply-of.ts';

function conversationOf(fields: Record<string, unknown> = {}, timeZone = 'Europe/Paris') {
  const raw = wireChat(fields);
  return toConversation({ value: chatSchema.parse(raw), raw }, createLocalClock(timeZone), fetchedAt);
}

/** The preview of a chat in which the visitor wrote these lines. */
function previewOf(...lines: string[]) {
  return conversationOf({ history: lines.map((msg) => line('visitor', '14:05', msg)) })?.preview;
}

describe('a chat as a conversation', () => {
  it('tells all that the record has', () => {
    expect(conversationOf()).toMatchObject({
      key: '730184',
      vendorId: '730184',
      reference: '730184',
      channel: 'CHAT',
      status: 'CLOSED',
      preview: 'Ce vélo existe en rouge ?',
      createdAt: Date.parse('2026-03-10T13:05:00Z'),
      updatedAt: null,
      durationSeconds: 465,
      department: { key: 'Avant-vente', vendorId: 'Avant-vente', name: 'Avant-vente' },
      assignee: { key: '412', vendorId: '412', name: 'Nadia Brunel' },
      customer: {
        key: '730184',
        vendorId: '9f31c0aa72be4d18',
        externalId: 'CRM-88',
        email: null,
        groups: [],
      },
      visit: { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/135.0', referrer: null },
      tags: [],
      customFields: [],
      fetchedAt,
      raw: wireChat(),
    });
  });

  it('leaves nothing to be asked for again but a transcript in prose', () => {
    const conversation = conversationOf() ?? {};
    const asked = [
      'note',
      'dueAt',
      'department',
      'assignee',
      'customer',
      'visit',
      'tags',
      'customFields',
      'messages',
    ];
    expect(asked.filter((name) => conversation[name as keyof typeof conversation] === undefined)).toEqual([]);
  });

  it('survives being cached as JSON', () => {
    const conversation = conversationOf();
    expect(JSON.parse(JSON.stringify(conversation))).toEqual(conversation);
  });

  it('says there is none of what the vendor left out or wrote as zero', () => {
    expect(
      conversationOf({
        opid: '0',
        opname: '',
        group: '',
        user_agent: null,
        extid: '0',
        duration: '',
        history: [],
      }),
    ).toMatchObject({
      assignee: null,
      department: null,
      visit: null,
      durationSeconds: null,
      preview: null,
      messages: [],
      customer: { vendorId: '9f31c0aa72be4d18', externalId: null },
    });
  });

  it('has no customer when nothing tells one', () => {
    expect(conversationOf({ vuid: '', extid: '0' })?.customer).toBeNull();
  });

  it('is read in the account’s zone, summer time included', () => {
    expect(conversationOf({ datetime: '10.07.2026 14:05' })?.createdAt).toBe(
      Date.parse('2026-07-10T12:05:00Z'),
    );
    expect(conversationOf({ datetime: '10.07.2026 14:05' }, 'America/Montreal')?.createdAt).toBe(
      Date.parse('2026-07-10T18:05:00Z'),
    );
  });

  it('shows what the visitor wrote first, not what was written first', () => {
    const history = [line('operator', '14:05', 'Puis-je aider ?'), line('VISITOR', '14:06', 'Non')];
    expect(conversationOf({ history })?.preview).toBe('Non');
  });

  it('passes over lines of blanks on the way to the first words', () => {
    const history = [line('visitor', '14:05', ' \u{a0}'), line('visitor', '14:06', ' Oui ')];
    expect(conversationOf({ history })?.preview).toBe('Oui');
    expect(conversationOf({ history: history.slice(0, 1) })?.preview).toBeNull();
  });

  it('shows first words as people read them, and no more than their beginning', () => {
    expect(previewOf('L&#39;<b>&eacute;t&eacute;</b><br>\n 1 &lt; 2')).toBe("L'été 1 < 2");
    expect(previewOf('1 < 2 && <moi@example.fr>')).toBe('1 < 2 && <moi@example.fr>');
    expect(previewOf('<br>', 'Bonjour')).toBe('Bonjour');
    expect(previewOf('🔥'.repeat(3000))).toBe('🔥'.repeat(200));
  });

  it('is none without a time that can be read', () => {
    expect(conversationOf({ datetime: '31.02.2026 10:00' })).toBeNull();
    expect(conversationOf({ datetime: 'bientôt' })).toBeNull();
  });
});
