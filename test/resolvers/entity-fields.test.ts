import { describe, expect, it } from 'vitest';
import type { SourceEntity } from '../../src/loaders/source-entity.ts';
import type { GatewayContext } from '../../src/resolvers/context.ts';
import { entityFields, shownName } from '../../src/resolvers/entity-fields.ts';

function vendorIdOf(entity: object, told: string | null) {
  const node = { type: 'Customer', source: {}, entity } as unknown as SourceEntity;
  const context = { loaders: { told: async () => told } } as unknown as GatewayContext;
  return entityFields.vendorId(node, {}, context);
}

describe("the vendor's id of an entity", () => {
  const owner = { key: 'e:ann@example.org', email: 'Ann@Example.org' };

  it('is asked for where the record at hand leaves it open', async () => {
    expect(await vendorIdOf(owner, 'c0ffee01')).toBe('c0ffee01');
    expect(vendorIdOf({ ...owner, vendorId: 'known1' }, 'c0ffee01')).toBe('known1');
  });

  it('is the address of a customer whom the vendor no longer has', async () => {
    expect(await vendorIdOf(owner, null)).toBe('Ann@Example.org');
  });

  it('is the key where nothing else is known', async () => {
    expect(await vendorIdOf({ key: 'dep1', email: null }, null)).toBe('dep1');
  });
});

describe('the name that a list by name sorts a row by', () => {
  const row = { key: 'k1', vendorId: '17' };

  it('is the one that is shown, also where the vendor left it empty', () => {
    expect(shownName('Agent', { ...row, name: 'Judy Who', nickname: 'Ju' })).toBe('Judy Who');
    expect(shownName('Agent', { ...row, name: null, nickname: 'Ju', email: 'j@example.org' })).toBe('Ju');
    expect(shownName('Agent', { ...row, name: null, email: 'j@example.org' })).toBe('j@example.org');
    expect(shownName('Agent', { ...row, name: null })).toBe('k1');
    expect(shownName('Website', { ...row, name: null })).toBe('17');
    expect(shownName('SuggestionCategory', { ...row, title: 'Ideas' })).toBe('Ideas');
  });

  it('is none for a company without one', () => {
    expect(shownName('Company', { ...row, name: null })).toBeNull();
  });
});
