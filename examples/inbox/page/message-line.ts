import { element } from './element.ts';
import type { MessageLineFragment } from './generated/graphql.ts';
import { longMoment, plainCode } from './words.ts';

/** One message. */
export function messageLine(message: MessageLineFragment): HTMLElement {
  const body = element('div', { class: 'body' });
  // The gateway cleans `html` of all that could run or load; nothing else ever goes into the page as HTML.
  body.innerHTML = message.html;
  for (const link of body.querySelectorAll('a')) link.target = '_blank';
  const author = message.authorName ?? plainCode(message.authorRole);
  return element(
    'li',
    { class: 'message', 'data-role': message.authorRole, 'data-internal': message.internal ? '' : undefined },
    element(
      'p',
      { class: 'author' },
      element('strong', {}, author),
      message.internal && element('span', { class: 'internal' }, 'Staff only'),
      message.sentAt ? element('time', { datetime: message.sentAt }, longMoment(message.sentAt)) : null,
    ),
    body,
    message.attachments.length > 0 && element('ul', { class: 'files' }, ...message.attachments.map(fileLine)),
  );
}

function fileLine({ name, url }: MessageLineFragment['attachments'][number]): HTMLElement {
  const label = name ?? 'File';
  const isWeb = url !== null && /^https?:/i.test(url);
  const link = isWeb && element('a', { href: url, target: '_blank', rel: 'noreferrer' }, label);
  return element('li', {}, link || label);
}
