import { splitName } from '../desk-people.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { done, idAt, LiveAgentFailure, mandatory, optional } from './liveagent-call.ts';
import { readFields, withoutField } from './liveagent-custom-fields.ts';
import { customerInfo } from './liveagent-customers.ts';
import { findCustomer, requireCustomer } from './liveagent-people.ts';
import type { LiveAgentState } from './liveagent-state.ts';
import type { WorldCustomer } from '../world/world.ts';

/** Adds somebody to the desk. */
export function createCustomer(
  state: LiveAgentState,
  email: string | null,
  name: string,
  phone: string | null = null,
): WorldCustomer {
  const customer: WorldCustomer = {
    id: state.newId(8),
    userId: state.newId(8),
    ...splitName(name),
    email,
    phone,
    country: '',
    language: 'en',
    gender: null,
    registered: false,
    createdAt: state.now(),
    groupIds: [],
    customFields: [],
  };
  state.desk.customers.push(customer);
  state.customersById.set(customer.id, customer);
  return customer;
}

function readGender(call: LiveAgentCall): WorldCustomer['gender'] {
  const gender = optional(call, 'gender');
  return gender === 'F' || gender === 'M' || gender === 'O' ? gender : null;
}

/** POST customers: registers an address, or gives back who already has it. */
export function registerCustomer(call: LiveAgentCall): LiveAgentAnswer {
  const { state } = call;
  const email = mandatory(call, 'email');
  const known = findCustomer(state, email);
  if (known) return customerInfo(state, known);
  const fields = readFields(call);
  const phone = optional(call, 'phone') ?? null;
  const customer = createCustomer(state, email, optional(call, 'name') ?? '', phone);
  customer.gender = readGender(call);
  customer.registered = optional(call, 'role') === 'R';
  customer.customFields.push(...fields);
  return customerInfo(state, customer);
}

/** The group named by the parameter `name`; fails with 500. */
function namedGroup(call: LiveAgentCall): string {
  const name = mandatory(call, 'name');
  const group = call.state.desk.customerGroups.find((candidate) => candidate.name === name);
  if (!group) throw new LiveAgentFailure(500, 'Could not load group');
  return group.id;
}

/** POST customers/[customeridentifier]/groups. */
export function addToGroup(call: LiveAgentCall): LiveAgentAnswer {
  const { groupIds } = requireCustomer(call.state, idAt(call));
  const id = namedGroup(call);
  if (!groupIds.includes(id)) groupIds.push(id);
  return done;
}

/** DELETE customers/[customeridentifier]/groups. */
export function removeFromGroup(call: LiveAgentCall): LiveAgentAnswer {
  const { groupIds } = requireCustomer(call.state, idAt(call));
  const at = groupIds.indexOf(namedGroup(call));
  if (at !== -1) groupIds.splice(at, 1);
  return done;
}

/** POST customers/[customeridentifier]/fields: the same code again is a second value. */
export function addCustomerFields(call: LiveAgentCall): LiveAgentAnswer {
  const customer = requireCustomer(call.state, idAt(call));
  mandatory(call, 'customfields');
  customer.customFields.push(...readFields(call));
  return done;
}

/** DELETE customers/[customeridentifier]/fields. */
export function deleteCustomerFields(call: LiveAgentCall): LiveAgentAnswer {
  const { customFields } = requireCustomer(call.state, idAt(call));
  customFields.splice(0, customFields.length, ...withoutField(call, customFields));
  return done;
}
