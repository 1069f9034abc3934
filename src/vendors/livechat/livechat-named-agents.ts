import type { Conversation } from '../../contract/conversation.ts';

/** What single tickets that name an agent are cached under, for when the agent is renamed or deleted. */
export function naming(login: string): string {
  return `naming:${login.toLowerCase()}`;
}

/** The logins of the agents whom a ticket names: who is in charge of it, and who wrote in it. */
export function agentsNamedIn({ assignee, messages = [] }: Conversation): readonly string[] {
  const authors = messages.flatMap(({ author }) => (author?.type === 'Agent' ? [author.agent.key] : []));
  return [...new Set(assignee ? [assignee.key, ...authors] : authors)];
}
