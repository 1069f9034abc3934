import type { WorldEntry } from '../world/world.ts';

/** The files of a message; their addresses lack the scheme. */
export function toAttachments(ticketId: string, entry: WorldEntry): Record<string, unknown>[] {
  return entry.attachments.map(({ name, mimeType }) => ({
    url: `files.livechat.example.com/tickets/${ticketId}/${entry.id}/${encodeURIComponent(name)}`,
    name,
    ...(mimeType.startsWith('image/') ? { width: 640, height: 480 } : {}),
    content_type: mimeType,
    content_encoding: null,
  }));
}
