import { describe, expect, it } from 'vitest';
import { columnOf, entities, entityNames } from './index.ts';

describe('the canonical model', () => {
  it('loads every referenced entity before the one that refers to it, people and units aside', () => {
    const seen = new Set<string>(['people', 'units']);
    for (const name of entityNames) {
      for (const field of entities[name].fields) {
        if (field.ref && !field.derived && field.ref !== name) expect(seen, `${name}.${field.name}`).toContain(field.ref);
      }
      seen.add(name);
    }
  });

  it('names each field once and each reference that exists', () => {
    for (const name of entityNames) {
      const names = entities[name].fields.map((field) => field.name);
      expect(new Set(names).size).toBe(names.length);
      for (const field of entities[name].fields) {
        if (field.type === 'ref') expect(entityNames).toContain(field.ref);
        if (field.type === 'enum') expect(field.values?.length).toBeGreaterThan(1);
      }
    }
  });

  it('turns field names into columns', () => {
    expect(columnOf('listPriceMinor')).toBe('list_price_minor');
  });
});
