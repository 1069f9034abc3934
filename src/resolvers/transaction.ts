import type { Resolvers } from '../generated/schema-types.ts';
import { aftermathFields } from './aftermath-fields.ts';

export const transactionResolvers: Pick<Resolvers, 'Transaction'> = {
  Transaction: {
    ...aftermathFields,
    customerEmail: ({ entity }) => entity.customerEmail,
    reference: ({ entity }) => entity.reference,
    amount: ({ entity }) => entity.amount,
  },
};
