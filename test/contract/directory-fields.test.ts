import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldReader } from '../../src/contract/directory-reader.ts';
import type { Entity } from '../../src/contract/entity.ts';
import { accountVariants } from './accounts.ts';
import { openAccount, requestContext, type OpenAccount } from './open-account.ts';

describe.each(accountVariants)('$title', (variant) => {
  let account: OpenAccount;

  beforeAll(async () => {
    account = await openAccount(variant, { size: 0.02 });
  });
  afterAll(() => account.close());

  it.each([
    ['Agent', 'departments', 'departmentIds'],
    ['Agent', 'websites', 'websiteIds'],
    ['Department', 'agents', 'departmentIds'],
    ['Website', 'agents', 'websiteIds'],
  ] as const)('tells of each %s its %s as the desk has them', async (type, field, ids) => {
    const reader = account.source.directories[type];
    const read = (reader?.fields as Record<string, FieldReader<readonly Entity[]>> | undefined)?.[field];
    if (!reader?.list || !read) return;
    const { agents } = account.desk;
    const { agentId, commonDepartments } = variant.habits;
    const holdsEverybody = (key: string) => type === 'Department' && commonDepartments.includes(key);
    const keys = (await reader.list(requestContext())).value.map(({ key }) => key);
    const told = await read([...keys, keys[0]!], requestContext());
    expect(told).toHaveLength(keys.length + 1);
    expect(told.at(-1)).toEqual(told[0]);
    keys.forEach((key, index) => {
      const wanted =
        type === 'Agent'
          ? agents.find((agent) => agentId(agent) === key)?.[ids]
          : agents.filter((agent) => agent[ids].includes(key) || holdsEverybody(key)).map(agentId);
      const found = told[index] as readonly Entity[];
      expect(found.map((entity) => entity.key).sort()).toEqual([...(wanted ?? [])].sort());
    });
  });

  it('tells whether departments are online where it says that it can', async () => {
    const { Department } = account.source.directories;
    const listed = (await Department?.list?.(requestContext()))?.value ?? [];
    const keys = listed.map(({ key }) => key);
    const own = await Department?.fields?.availability?.(keys, requestContext());
    const told = listed.map(({ availability }, index) => availability ?? own?.[index] ?? null);
    const can = account.source.capabilities.has('DEPARTMENT_AVAILABILITY');
    expect(told.some((availability) => availability !== null)).toBe(can);
    expect(JSON.stringify(told).includes('"online":true')).toBe(can);
  });
});
