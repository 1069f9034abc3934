import { isEnumType } from 'graphql';
import { expect, it } from 'vitest';
import { errorCodes } from '../../src/contract/error-code.ts';
import { createSchema } from '../../src/server/schema.ts';

it('the codes that errors are made with are those of the schema', () => {
  const type = createSchema().getType('ErrorCode');
  if (!isEnumType(type)) throw new Error('the schema has no enum ErrorCode');
  expect(Object.keys(errorCodes)).toEqual(type.getValues().map(({ name }) => name));
});
