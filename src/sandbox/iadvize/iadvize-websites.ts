import type { EmulatedReply } from '../emulator.ts';
import type { IadvizeCall } from './iadvize-account.ts';
import { jsonReply } from './iadvize-replies.ts';

/** `website/getClientWebsiteList`: addresses without a scheme. */
export function getClientWebsiteList({ desk }: IadvizeCall): EmulatedReply {
  return jsonReply({ websites: desk.websites.map(({ id, label, host }) => ({ id, label, url: host })) });
}
