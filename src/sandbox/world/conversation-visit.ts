import type { Draft } from './conversation-draft.ts';
import { tell } from './conversation-draft.ts';
import type { WorldConversation } from './world.ts';

const browsers = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Mobile Safari/537.36',
];
const pages = ['/', '/boots?size=43&colour=green', '/tents', '/basket', '/help/returns#how'];

/** Makes up where a visitor came from; only chats have a visit. */
export function makeVisit(draft: Draft): WorldConversation['visit'] {
  if (draft.channel !== 'chat') return null;
  const { random, directory } = draft.scene;
  return {
    country: draft.customer.country,
    host: `198.51.100.${random.integer(1, 254)}`,
    referrer: random.chance(0.3) ? '' : 'https://www.example.org/search?q=hiking&hl=en',
    userAgent: random.pick(browsers),
    websiteId: directory.websites.length > 0 ? random.pick(directory.websites).id : null,
  };
}

/** Adds the pages that a visitor looks at. */
export function browse(draft: Draft, visit: WorldConversation['visit']): void {
  const { random, directory } = draft.scene;
  const site = directory.websites.find((candidate) => candidate.id === visit?.websiteId);
  if (!site) return;
  for (let count = random.integer(1, 3); count > 0; count -= 1) {
    tell(draft, 'navigation', draft.customer, `https://${site.host}${random.pick(pages)}`);
    draft.at += random.integer(5, 40) * 1000;
  }
}
