import type { AgentWebsiteLinkInput, MutationResolvers } from '../../generated/schema-types.ts';
import type { InputReader } from '../../mutations/input-reader.ts';
import { changedEntity } from './changed-entity.ts';
import { removedEntity } from './removed-entity.ts';

const agent = { type: 'Agent', field: 'agent' } as const;

const keyOf = (reader: InputReader, id: string) => reader.key(id, 'agentId', 'Agent');

const readWebsite = (input: AgentWebsiteLinkInput, reader: InputReader) => ({
  agentKey: keyOf(reader, input.agentId),
  websiteKey: reader.key(input.websiteId, 'websiteId', 'Website'),
});

/** The values that adding and changing an agent have in common. */
interface Profile {
  readonly nickname?: string | null;
  readonly maxChats?: number | null;
  readonly externalId?: string | null;
}

function profileOf({ nickname, maxChats, externalId }: Profile, reader: InputReader) {
  const isCount = maxChats == null || maxChats > 0;
  reader.check(isCount, 'maxChats', 'expected a number above 0');
  return { nickname: reader.optionalText(nickname, 'nickname'), maxChats, externalId };
}

export const agentMutations: Pick<
  MutationResolvers,
  | 'agentAvailabilitySet'
  | 'agentCreate'
  | 'agentDelete'
  | 'agentDisconnect'
  | 'agentUpdate'
  | 'agentWebsiteLink'
  | 'agentWebsiteUnlink'
> = {
  agentCreate: changedEntity({
    ...agent,
    name: 'agentCreate',
    read: (input, reader) => {
      reader.source(input.source);
      return {
        name: reader.text(input.name, 'name').trim(),
        email: reader.email(input.email, 'email'),
        password: reader.text(input.password, 'password'),
        role: input.role,
        ...profileOf(input, reader),
      };
    },
  }),
  agentUpdate: changedEntity({
    ...agent,
    name: 'agentUpdate',
    read: (input, reader) => {
      const { agentId, clientMutationId: _id, dryRun: _dryRun, ...changes } = input;
      const isGiven = Object.values(changes).some((value) => value != null);
      reader.demand(isGiven, 'expected at least one value to change');
      return {
        agentKey: keyOf(reader, agentId),
        name: reader.optionalText(input.name, 'name')?.trim(),
        email: reader.optionalEmail(input.email, 'email'),
        password: reader.optionalText(input.password, 'password'),
        ...profileOf(input, reader),
      };
    },
  }),
  agentDelete: removedEntity({
    name: 'agentDelete',
    idOf: ({ agentId }) => agentId,
    read: (input, reader) => ({ agentKey: keyOf(reader, input.agentId) }),
  }),
  agentDisconnect: changedEntity({
    ...agent,
    name: 'agentDisconnect',
    read: (input, reader) => ({ agentKey: keyOf(reader, input.agentId) }),
  }),
  agentAvailabilitySet: changedEntity({
    ...agent,
    name: 'agentAvailabilitySet',
    read: (input, reader) => ({ agentKey: keyOf(reader, input.agentId), available: input.available }),
  }),
  agentWebsiteLink: changedEntity({ ...agent, name: 'agentWebsiteLink', read: readWebsite }),
  agentWebsiteUnlink: changedEntity({ ...agent, name: 'agentWebsiteUnlink', read: readWebsite }),
};
