import type { WorldCustomer } from '../world/world.ts';
import type { LiveAgentAnswer, LiveAgentCall } from './liveagent-call.ts';
import { cutByLimits, idAt, optional } from './liveagent-call.ts';
import { readDateTime, writeDateTime } from './liveagent-dates.ts';
import { requireCustomer } from './liveagent-people.ts';
import type { LiveAgentState } from './liveagent-state.ts';
import { digest } from '../digest.ts';

/** A customer as the list shows them. */
function customerRow(state: LiveAgentState, customer: WorldCustomer): LiveAgentAnswer {
  return {
    contactid: customer.id,
    email: customer.email ?? '',
    firstname: customer.firstName,
    lastname: customer.lastName,
    systemname: customer.email ?? customer.phone ?? '',
    userid: customer.userId,
    datecreated: writeDateTime(customer.createdAt, state.desk.timeZone),
    role: customer.registered ? 'R' : 'V',
    gender: customer.gender ?? '',
  };
}

/** A customer with all columns, including the login cookie. */
export function customerInfo(state: LiveAgentState, customer: WorldCustomer): LiveAgentAnswer {
  return {
    ...customerRow(state, customer),
    authtoken: digest(`token ${customer.id}`),
    browsercookiename: customer.registered ? 'V_auth' : 'LaVisitorId',
    note: '',
    customfields: customer.customFields,
    uniquefields: customer.phone === null ? [] : [{ code: 'phone', value: customer.phone }],
  };
}

/** GET customers/[customeridentifier]. */
export function getCustomer(call: LiveAgentCall): LiveAgentAnswer {
  return customerInfo(call.state, requireCustomer(call.state, idAt(call)));
}

function like(value: string | null, wanted: string | undefined): boolean {
  return wanted === undefined || (value ?? '').toLowerCase().includes(wanted.toLowerCase());
}

/** GET customers: names and addresses match anywhere, whatever the case. */
export function listCustomers(call: LiveAgentCall): LiveAgentAnswer {
  const { desk } = call.state;
  const email = optional(call, 'email');
  const from = optional(call, 'datecreatedfrom');
  const to = optional(call, 'datecreatedto');
  const start = from === undefined ? -Infinity : readDateTime(from, desk.timeZone);
  const end = to === undefined ? Infinity : readDateTime(to, desk.timeZone, 'end');
  const rows = desk.customers.filter(
    (customer) =>
      like(customer.firstName, optional(call, 'firstname')) &&
      like(customer.lastName, optional(call, 'lastname')) &&
      like(customer.email, email) &&
      customer.createdAt >= start &&
      customer.createdAt <= end,
  );
  return { customers: cutByLimits(call, rows).map((customer) => customerRow(call.state, customer)) };
}

/** GET customers/[customeridentifier]/groups. */
export function listGroupsOfCustomer(call: LiveAgentCall): LiveAgentAnswer {
  const { groupIds } = requireCustomer(call.state, idAt(call));
  const groups = call.state.desk.customerGroups.filter(({ id }) => groupIds.includes(id));
  return { groups: groups.map(({ id, name }) => ({ groupid: id, groupname: name })) };
}
