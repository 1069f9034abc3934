import { describe, expect, it, onTestFinished } from 'vitest';
import { openSandboxGateway } from '../support/sandbox-gateway.ts';

interface Signed {
  readonly conversations: {
    readonly nodes: readonly {
      readonly transcript: string | null;
      readonly messages: {
        readonly nodes: readonly {
          readonly kind: string;
          readonly text: string;
          readonly sentAt: string | null;
          readonly authorRole: string;
          readonly authorName: string | null;
          readonly author: object | null;
        }[];
      } | null;
    }[];
  };
}

const at = (...path: readonly (number | string)[]) => ['conversations', 'nodes', 0, ...path].join('.');

describe('an outage of the one call that tells who wrote messages', () => {
  it('is an error at each author and at the transcript, and leaves the texts', async () => {
    const gateway = await openSandboxGateway({ everySource: { retries: 0 } });
    onTestFinished(() => gateway.close());
    gateway.emulators.liveagent.faults.set({ status: 502, match: 'onlinestatus/agents' });
    const query = `{
      conversations(first: 1, filter: { sources: ["support"] }) {
        nodes { transcript messages { nodes { text authorRole authorName author { __typename } } } }
      }
    }`;
    const { data, errors } = await gateway.query(query);
    const [conversation] = (data as Signed).conversations.nodes;
    const messages = conversation!.messages!.nodes;
    const lost = messages.flatMap(({ authorRole, authorName, author }, index) =>
      authorRole === 'SYSTEM'
        ? []
        : [
            ...(authorName === null ? [at('messages', 'nodes', index, 'authorName')] : []),
            ...(author === null ? [at('messages', 'nodes', index, 'author')] : []),
          ],
    );
    expect(conversation!.transcript).toBeNull();
    expect(messages.some(({ text }) => text !== '')).toBe(true);
    expect(messages.some(({ authorRole }) => authorRole === 'UNKNOWN')).toBe(true);
    expect(errors.map(({ path }) => path!.join('.')).sort()).toEqual([...lost, at('transcript')].sort());
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['UPSTREAM_UNAVAILABLE']),
    );
  });
});

describe('a transcript', () => {
  it('names everybody as the messages do', async () => {
    const gateway = await openSandboxGateway({ size: 0.05 });
    onTestFinished(() => gateway.close());
    const query = `query Said($sources: [String!]) {
      conversations(first: 60, filter: { sources: $sources }) {
        nodes { transcript messages(first: 100) { nodes { kind text authorRole authorName sentAt } } }
      }
    }`;
    const remarks = ['NAVIGATION', 'NOTE', 'RATING'];
    for (const source of gateway.sources.keys()) {
      const { data, errors } = await gateway.query(query, { sources: [source] });
      expect(errors).toEqual([]);
      for (const { transcript, messages } of (data as Signed).conversations.nodes) {
        const lines = messages!.nodes.map(({ kind, text, authorRole, authorName, sentAt }) => {
          const time = sentAt === null ? '' : `[${sentAt.slice(0, 16).replace('T', ' ')} UTC] `;
          const name = authorName ?? authorRole.charAt(0) + authorRole.slice(1).toLowerCase();
          const remark = remarks.includes(kind) ? ` (${kind.toLowerCase()})` : '';
          return `${time}${name}${remark}: ${text}`.trimEnd();
        });
        expect(transcript).toBe(lines.length === 0 ? null : lines.join('\n'));
      }
    }
  });
});
