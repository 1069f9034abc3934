import type { Answer, CallContext } from './call-context.ts';
import type { Customer } from './customer.ts';
import type { CustomerGroup } from './directory.ts';
import type { Instant } from './instant.ts';
import type { TimelineReader, TimeWindow } from './timeline.ts';
import type { VendorError } from './vendor-error.ts';

/** Which customers are wanted. Undefined = no restriction. */
export interface CustomerCriteria {
  /** Trimmed and in lower case. */
  readonly email?: string | undefined;
  /** As `searchKey` gives it; in name or e-mail. */
  readonly search?: string | undefined;
  /** The span of creation that the caller gave; it is part of the window, too. */
  readonly created?: TimeWindow | undefined;
}

/** A customer in a list. One without a readable time of creation counts as created at 0, before all others. */
export type ListedCustomer = Customer & { readonly createdAt: Instant | null };

/** Reads customers. Batch methods answer in the length and order of their argument. */
export interface CustomerReader {
  /** Lists customers by creation time, newest first; left out where the vendor cannot. */
  readonly timeline?: TimelineReader<ListedCustomer, CustomerCriteria>;
  /** Customers with every field told; null = gone. */
  get(keys: readonly string[], context: CallContext): Promise<readonly (Customer | VendorError | null)[]>;
  /**
   * The groups of each customer, where that takes a call of its own; left out where `get` tells them or the vendor does
   * not.
   */
  groups?(
    keys: readonly string[],
    context: CallContext,
  ): Promise<readonly (readonly CustomerGroup[] | VendorError | null)[]>;
  /** All customers of the source with an address (trimmed, lower case); left out where the vendor cannot tell. */
  findByEmail?(email: string, context: CallContext): Promise<Answer<readonly Customer[]>>;
  /** The customer that the vendor knows by its own id; left out where the vendor cannot look it up. */
  findByVendorId?(vendorId: string, context: CallContext): Promise<Customer | null>;
}
