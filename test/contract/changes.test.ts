import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallContext } from '../../src/contract/call-context.ts';
import type { HelpdeskSource } from '../../src/contract/helpdesk-source.ts';
import type { CommandOf, MutationName } from '../../src/contract/mutations/mutation-handlers.ts';
import type { MutationPlan } from '../../src/contract/mutations/mutation-plan.ts';
import { sandboxSourceNames } from '../../src/sandbox/sandbox-sources.ts';
import { deskNames, type DeskName } from '../../src/sandbox/world/world.ts';
import { openSandboxGateway, type SandboxGateway } from '../support/sandbox-gateway.ts';
import { sandboxSecrets } from '../support/sandbox-secrets.ts';
import { mutationCapabilities } from './mutation-capabilities.ts';

const password = 'canary-password';

const names = Object.keys(mutationCapabilities) as MutationName[];

/** What each change of a desk is told, made of the keys of what is there. */
type Samples = { readonly [Name in MutationName]?: CommandOf<Name> };

let gateway: SandboxGateway;
let samples: Readonly<Record<DeskName, Samples>>;

beforeAll(async () => {
  gateway = await openSandboxGateway({ size: 0.05 });
  const { liveagent, iadvize, livechat } = gateway.world.desks;
  const label = { name: 'made here', color: '112233' };
  const conversationKey = liveagent.conversations[0]?.id ?? '';
  const agentKey = liveagent.agents[0]?.id ?? '';
  const customerKey = `e:${liveagent.customers
    .find(({ email }) => email)
    ?.email?.trim()
    .toLowerCase()}`;
  const groupName = liveagent.customerGroups[0]?.name ?? '';
  const [site] = iadvize.websites;
  const [operator, leaving] = iadvize.agents;
  const colleague = livechat.agents[1]?.email ?? '';
  const ticket = { subject: 'Parcel', message: 'Where?', customerEmail: 'kim@example.com' };
  const person = { name: 'Robin Reed', email: 'robin@example.com', password };
  const fields = [{ code: 'order', value: '1' }];
  const support = sourceOf('liveagent');
  const entries = (await support.articles?.find({}, context()))?.value.articles ?? [];
  const categories = (await support.directories.SuggestionCategory?.list?.(context()))?.value ?? [];
  samples = {
    liveagent: {
      conversationCreate: { ...ticket, agentKey, departmentKey: liveagent.departments[0]?.id },
      conversationMessageSend: { conversationKey, agentKey, message: 'Hello' },
      conversationNoteAdd: { conversationKey, note: 'Well' },
      conversationTransfer: { conversationKey, toAgentKey: agentKey },
      conversationStatusChange: { conversationKey, status: 'RESOLVED' },
      conversationTagAdd: { conversationKey, tagName: 'fresh' },
      conversationTagRemove: { conversationKey, tagName: 'fresh' },
      conversationFieldsSet: { key: conversationKey, fields },
      conversationFieldsClear: { key: conversationKey },
      conversationDelete: { conversationKey },
      customerRegister: { email: 'lee@example.com', name: 'Lee', password },
      customerFieldsSet: { key: customerKey, fields },
      customerFieldsClear: { key: customerKey, codes: ['order'] },
      customerGroupJoin: { customerKey, groupName },
      customerGroupLeave: { customerKey, groupName },
      customerGroupCreate: label,
      customerGroupUpdate: { key: liveagent.customerGroups[0]?.id ?? '', name: 'renamed' },
      customerGroupDelete: { key: liveagent.customerGroups[1]?.id ?? '' },
      tagCreate: label,
      tagUpdate: { key: liveagent.tags[0]?.id ?? '', color: '445566' },
      tagDelete: { key: liveagent.tags[1]?.id ?? '' },
      fileUpload: { name: 'a.txt', mimeType: 'text/plain', base64: 'aGVsbG8=' },
      knowledgeBaseCategoryCreate: { title: 'Guides', type: 'FORUM' },
      knowledgeBaseEntryDelete: { key: entries.find(({ type }) => type === 'ARTICLE')?.key ?? '' },
      suggestionCreate: {
        categoryKey: categories[0]?.key ?? '',
        subject: 'Dark mode',
        message: 'Please',
        author: { type: 'Customer', key: customerKey },
      },
    },
    iadvize: {
      agentCreate: person,
      agentUpdate: { agentKey: operator?.id ?? '', nickname: 'Robbie' },
      agentDisconnect: { agentKey: operator?.id ?? '' },
      agentAvailabilitySet: { agentKey: operator?.id ?? '', available: true },
      agentWebsiteLink: { agentKey: operator?.id ?? '', websiteKey: site?.id ?? '' },
      agentWebsiteUnlink: { agentKey: operator?.id ?? '', websiteKey: site?.id ?? '' },
      agentDelete: { agentKey: leaving?.id ?? '' },
    },
    livechat: {
      conversationCreate: ticket,
      conversationTagAdd: { conversationKey: livechat.conversations[0]?.id ?? '', tagName: 'fresh' },
      conversationTagRemove: { conversationKey: livechat.conversations[0]?.id ?? '', tagName: 'fresh' },
      tagCreate: { name: 'made here' },
      tagDelete: { key: 'made here' },
      agentCreate: person,
      agentUpdate: { agentKey: colleague, maxChats: 3 },
      agentAvailabilitySet: { agentKey: colleague, available: false },
      agentDisconnect: { agentKey: colleague },
      agentDelete: { agentKey: colleague },
    },
    zazachat: {},
  };
});
afterAll(() => gateway.close());

const context = (): CallContext => ({
  signal: new AbortController().signal,
  deadline: Date.now() + 5000,
  bypassCache: false,
});

function sourceOf(desk: DeskName): HelpdeskSource {
  const source = gateway.sources.get(sandboxSourceNames[desk]);
  if (!source) throw new Error(`no source of ${desk}`);
  return source;
}

function planOf(desk: DeskName, name: MutationName): MutationPlan<unknown> {
  const plan = sourceOf(desk).mutations?.[name] as (command: unknown) => MutationPlan<unknown>;
  return plan(samples[desk][name]);
}

describe.each(deskNames)('the changes of %s', (desk) => {
  it('are those that its capabilities promise', () => {
    const source = sourceOf(desk);
    const promised: readonly string[] = names.map((name) => mutationCapabilities[name]);
    const kept = names.filter((name) => source.mutations?.[name]).map((name) => mutationCapabilities[name]);
    const told = [...source.capabilities].filter((capability) => promised.includes(capability));
    expect([...new Set(kept)].sort()).toEqual(told.sort());
  });

  it('are each tried below', () => {
    const supported = names.filter((name) => sourceOf(desk).mutations?.[name]);
    expect(Object.keys(samples[desk]).sort()).toEqual(supported.sort());
  });

  it('are shown in a preview without a change and without a secret, and sent as they were shown', async () => {
    const sourceName = sandboxSourceNames[desk];
    for (const name of Object.keys(samples[desk]) as MutationName[]) {
      const plan = planOf(desk, name);
      gateway.forgetCalls();
      const shown = await plan.preview(context());
      const reads = gateway.calls(sourceName);
      expect(
        reads.map(({ method }) => method).filter((method) => method !== 'GET'),
        name,
      ).toEqual([]);
      expect(shown.length, `${name} sends something`).toBeGreaterThan(0);
      const text = JSON.stringify(shown);
      expect(text, name).not.toContain(password);
      for (const secret of sandboxSecrets) expect(text, name).not.toContain(secret);

      gateway.forgetCalls();
      await plan.run(context());
      const sent = gateway.calls(sourceName).map(({ method, path }) => `${method} ${path.split('?', 1)[0]}`);
      for (const { method, path } of shown) expect(sent, name).toContain(`${method} ${path}`);
    }
  });
});
