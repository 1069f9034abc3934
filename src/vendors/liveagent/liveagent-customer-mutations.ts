import type { MutationHandlers } from '../../contract/mutations/mutation-handlers.ts';
import type { EntityChanged } from '../../contract/mutations/mutation-plan.ts';
import type { CustomerGroupMembership, CustomerRegister } from '../../contract/mutations/people-commands.ts';
import { VendorError } from '../../contract/vendor-error.ts';
import type { SourceTransport } from '../../transport/source-transport.ts';
import { mapPlan, planCall } from '../../transport/write-plan.ts';
import { customerRoles, genders } from './liveagent-codes.ts';
import {
  customFieldsText,
  planFieldsClear,
  planFieldsSet,
  type FieldOwner,
} from './liveagent-field-changes.ts';
import { contactCustomerKey, customerAddressOf, emailCustomerKey } from './liveagent-mapping-customer.ts';
import { codeOf } from './liveagent-refused-input.ts';
import type { LiveagentSettings } from './liveagent-settings.ts';
import type { WireRecord } from './liveagent-wire-values.ts';
import { changeCall, idIn, type EndpointChange } from './liveagent-write-calls.ts';

/** Changes of customers. */
export function createCustomerMutations(settings: LiveagentSettings, transport: SourceTransport) {
  const { name: source } = settings;
  const fieldsOf = (key: string): FieldOwner => ({
    settings,
    transport,
    kind: 'customers',
    path: ['customers', { id: customerIdentifier(key, 'customerId', source) }],
    invalidates: staleAfter(key),
  });
  const membership = (
    method: 'DELETE' | 'POST',
    { customerKey: key, groupName: name }: CustomerGroupMembership,
  ) => {
    const given = method === 'DELETE' ? { selector: { name } } : { form: { name } };
    const change: EndpointChange = {
      operation: method === 'DELETE' ? 'customers.groups.remove' : 'customers.groups.add',
      method,
      path: ['customers', { id: customerIdentifier(key, 'customerId', source) }, 'groups'],
      ...given,
      invalidates: staleAfter(key),
    };
    return mapPlan(planCall(transport, changeCall(settings, change)), (): EntityChanged => ({ key }));
  };
  return {
    customerRegister: (command) =>
      mapPlan(planCall(transport, changeCall(settings, registration(command, source))), (content) => ({
        key: keyIn(content, command),
      })),
    customerFieldsSet: (command) => planFieldsSet(fieldsOf(command.key), command),
    customerFieldsClear: (command) => planFieldsClear(fieldsOf(command.key), command),
    customerGroupJoin: (command) => membership('POST', command),
    customerGroupLeave: (command) => membership('DELETE', command),
  } satisfies Partial<MutationHandlers>;
}

/** What a path or parameter takes for a customer: the address, else the contact id. */
export function customerIdentifier(key: string, field: string, source: string): string {
  const address = customerAddressOf(key);
  if (address?.type === 'email') return address.email;
  if (address?.type === 'contact') return address.contactId;
  throw new VendorError({
    kind: 'not-found',
    message: 'LiveAgent has no record of this customer: only a conversation names them',
    source,
    operation: 'input',
    field: [field],
  });
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
    invalidates: email == null ? ['customers'] : staleAfter(emailCustomerKey(email)),
  };
}

/** A role in the words that a customer's record is told with, or its code. */
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
