import type { CustomerReader } from '../../contract/customer-reader.ts';
import type { MutationHandlers } from '../../contract/mutations/mutation-handlers.ts';
import type { EntityChanged, MutationPlan } from '../../contract/mutations/mutation-plan.ts';
import type { CustomerGroupMembership, CustomerRegister } from '../../contract/mutations/people-commands.ts';
import type { PathSegment } from '../../transport/path-segment.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { mapPlan, planCall } from '../../vendor-kit/write-plan.ts';
import { customerRoles, genders } from './liveagent-codes.ts';
import { planForCustomer } from './liveagent-customer-identifier.ts';
import {
  customFieldsText,
  planFieldsClear,
  planFieldsSet,
  type FieldOwner,
} from './liveagent-field-changes.ts';
import { contactCustomerKey, emailCustomerKey, toCustomer } from './liveagent-mapping-customer.ts';
import { codeOf } from './liveagent-refused-input.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import { customerSchema } from './liveagent-wire.ts';
import type { WireRecord } from './liveagent-wire-values.ts';
import { changeCall, entityIn, idIn, type EndpointChange } from './liveagent-write-calls.ts';

/** Changes of customers. `customers` reads those who cannot be named by their address. */
export function createCustomerMutations(
  settings: LiveagentSettings,
  transport: SourceTransport,
  customers: Pick<CustomerReader, 'get'>,
) {
  const { name: source, timeZone } = settings;
  const toldCustomer = entityIn(customerSchema, (wire) => toCustomer(wire, timeZone, true));
  const planFor = <T>(key: string, plan: (path: readonly PathSegment[]) => MutationPlan<T>) =>
    planForCustomer({ key, field: 'customerId', source, customers }, (id) => plan(['customers', { id }]));
  const fieldsOf = (key: string, path: readonly PathSegment[]): FieldOwner => ({
    settings,
    transport,
    kind: 'customers',
    path,
    invalidates: staleAfter(key),
  });
  const membership = (method: 'DELETE' | 'POST', { customerKey: key, groupName }: CustomerGroupMembership) =>
    planFor(key, (path) => {
      // A group may be a new one.
      const invalidates = [...staleAfter(key), 'customerGroups'];
      const change = changeCall(settings, groupChange(method, path, groupName, invalidates));
      return mapPlan(planCall(transport, change), (): EntityChanged => ({ key }));
    });
  return {
    customerRegister: (command) =>
      mapPlan(planCall(transport, changeCall(settings, registration(command, source))), (content) => ({
        key: keyIn(content, command),
        told: toldCustomer(content),
      })),
    customerFieldsSet: (command) =>
      planFor(command.key, (path) => planFieldsSet(fieldsOf(command.key, path), command)),
    customerFieldsClear: (command) =>
      planFor(command.key, (path) => planFieldsClear(fieldsOf(command.key, path), command)),
    customerGroupJoin: (command) => membership('POST', command),
    customerGroupLeave: (command) => membership('DELETE', command),
  } satisfies Partial<MutationHandlers>;
}

/** POST and DELETE customers/[customeridentifier]/groups. */
function groupChange(
  method: 'DELETE' | 'POST',
  customer: readonly PathSegment[],
  name: string,
  invalidates: readonly string[],
): EndpointChange {
  return {
    operation: method === 'DELETE' ? 'customers.groups.remove' : 'customers.groups.add',
    method,
    path: [...customer, 'groups'],
    ...(method === 'DELETE' ? { selector: { name } } : { form: { name } }),
    invalidates,
  };
}

function staleAfter(key: string): readonly string[] {
  return ['customers', `customer:${key}`];
}

/** POST customers. */
function registration(command: CustomerRegister, source: string): EndpointChange {
  const { email, name, gender, role, password, fields } = command;
  return {
    operation: 'customers.register',
    method: 'POST',
    path: ['customers'],
    form: {
      email: email ?? undefined,
      name: name ?? undefined,
      gender: gender == null ? undefined : codeOf(genders, gender, { source, field: 'gender' }),
      role: role == null ? undefined : roleCode(role, source),
      password: password ?? undefined,
      customfields: fields ? customFieldsText(fields) : undefined,
    },
    ids: ['contactid', 'email'],
    invalidates: email == null ? ['customers'] : staleAfter(emailCustomerKey(email)),
  };
}

/** The code of a role, which is given as a customer's record shows it, or as that code. */
function roleCode(role: string, source: string): string {
  const wanted = role.trim();
  return wanted.toUpperCase() in customerRoles
    ? wanted.toUpperCase()
    : codeOf(customerRoles, wanted.toLowerCase(), { source, field: 'role' });
}

function keyIn(content: WireRecord, { email: given }: CustomerRegister): string | null {
  const email = idIn(content, 'email') ?? given;
  if (email?.includes('@')) return emailCustomerKey(email);
  const contactId = idIn(content, 'contactid');
  return contactId && contactCustomerKey(contactId);
}
