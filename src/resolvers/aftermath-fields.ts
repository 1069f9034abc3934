import { inSource, type AgentNode, type ConversationNode } from '../loaders/source-entity.ts';
import type { GatewayContext } from './context.ts';
import { entityFields } from './entity-fields.ts';
import type { SatisfactionRatingNode, TransactionNode } from './models.ts';

type AftermathNode = SatisfactionRatingNode | TransactionNode;

/** The fields that ratings and transactions share. */
export const aftermathFields = {
  ...entityFields,
  agent: async (
    { source, entity }: AftermathNode,
    _arguments: object,
    { loaders }: GatewayContext,
  ): Promise<AgentNode | null> => {
    const { agent, agentName } = entity;
    const found =
      agent === undefined && agentName !== null ? await loaders.agentNamed(source, agentName) : agent;
    return found ? inSource('Agent', source, found) : null;
  },
  agentName: ({ entity }: AftermathNode): string | null => entity.agentName,
  conversation: ({ source, entity }: AftermathNode): ConversationNode | null =>
    entity.conversation && inSource('Conversation', source, entity.conversation),
  createdAt: ({ entity }: AftermathNode): number => entity.createdAt,
};
