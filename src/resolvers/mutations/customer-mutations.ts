import type { CustomerGroupJoinInput, MutationResolvers } from '../../generated/schema-types.ts';
import type { InputReader } from '../../mutations/input-reader.ts';
import { changedEntity } from './changed-entity.ts';
import { checkedCodes, checkedFields } from './custom-field-input.ts';

const customer = { type: 'Customer', field: 'customer' } as const;

const keyOf = (reader: InputReader, id: string) => reader.key(id, 'customerId', 'Customer');

const readMembership = (input: CustomerGroupJoinInput, reader: InputReader) => ({
  customerKey: keyOf(reader, input.customerId),
  groupName: reader.text(input.groupName, 'groupName').trim(),
});

export const customerMutations: Pick<
  MutationResolvers,
  | 'customerFieldsClear'
  | 'customerFieldsSet'
  | 'customerGroupJoin'
  | 'customerGroupLeave'
  | 'customerRegister'
> = {
  customerRegister: changedEntity({
    ...customer,
    name: 'customerRegister',
    read: (input, reader) => {
      reader.source(input.source);
      const { gender, role, fields } = input;
      return {
        email: reader.optionalEmail(input.email, 'email'),
        name: reader.optionalText(input.name, 'name'),
        gender,
        role: reader.optionalText(role, 'role'),
        password: reader.optionalText(input.password, 'password'),
        fields: fields && fields.length > 0 ? checkedFields(fields, reader) : null,
      };
    },
  }),
  customerFieldsSet: changedEntity({
    ...customer,
    name: 'customerFieldsSet',
    read: (input, reader) => ({
      key: keyOf(reader, input.customerId),
      fields: checkedFields(input.fields, reader),
    }),
  }),
  customerFieldsClear: changedEntity({
    ...customer,
    name: 'customerFieldsClear',
    read: (input, reader) => ({
      key: keyOf(reader, input.customerId),
      codes: checkedCodes(input.codes, reader),
    }),
  }),
  customerGroupJoin: changedEntity({ ...customer, name: 'customerGroupJoin', read: readMembership }),
  customerGroupLeave: changedEntity({ ...customer, name: 'customerGroupLeave', read: readMembership }),
};
