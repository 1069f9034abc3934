import type {
  SatisfactionCriteria,
  SatisfactionRating,
  Transaction,
  TransactionCriteria,
} from '../contract/conversation-aftermath.ts';
import type { TimelineKind } from './timeline-kind.ts';

/** Satisfaction ratings as rows of a list. */
export const satisfactionTimeline: TimelineKind<SatisfactionRating, SatisfactionCriteria> = {
  type: 'SatisfactionRating',
  timeOf: (row) => row.createdAt,
  criteria: {
    agentKey: { argument: 'agentId', matches: (row, wanted) => row.agent?.key === wanted },
  },
};

/** Transactions as rows of a list. */
export const transactionTimeline: TimelineKind<Transaction, TransactionCriteria> = {
  type: 'Transaction',
  timeOf: (row) => row.createdAt,
  criteria: {
    afterChat: {
      argument: 'afterChat',
      matches: (row, wanted) => (row.conversation !== null) === wanted,
    },
  },
};
