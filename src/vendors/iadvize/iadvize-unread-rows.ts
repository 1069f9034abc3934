import type { Entity } from '../../contract/entity.ts';
import type { ReadRows, UnreadReason, UnreadRow } from '../../vendor-kit/unread-rows.ts';
import type { CallLabel } from '../../transport/request-encoding.ts';

/** What is known of a row of iAdvize that cannot be read. */
export interface IadvizeUnreadRow extends UnreadRow {
  readonly id: string | null;
  /** The chat before it; null = there was none, or the row does not say. */
  readonly conversation: Entity | null;
}

/** Rows of iAdvize, and those that cannot be read. */
export type IadvizeRows<Row> = ReadRows<Row, IadvizeUnreadRow>;

/** Why rows of iAdvize are left out. */
export function unreadReason(label: CallLabel): UnreadReason {
  return { ...label, needed: 'an id, a time and, of a purchase, an amount' };
}
