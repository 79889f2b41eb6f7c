import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { managerQuarter } from './cards/manager-quarter.ts';
import { representativeMonth } from './cards/representative-month.ts';
import { curveKinds } from './curves/index.ts';
import { cardSchema } from './schema.ts';

const validate = new Ajv2020({ strictSchema: true }).compile(cardSchema);

describe('cardSchema', () => {
  it.each([representativeMonth, managerQuarter])('accepts the example card $id', (card) => {
    expect(validate(card), JSON.stringify(validate.errors)).toBe(true);
  });

  it('knows every curve the engine knows', () => {
    const described = cardSchema.properties.groups as {
      items: {
        properties: {
          items: {
            items: { properties: { curve: { oneOf: { properties: { kind: { const: string } } }[] } } };
          };
        };
      };
    };
    const kinds = described.items.properties.items.items.properties.curve.oneOf.map((c) => c.properties.kind.const);
    expect(kinds.sort()).toEqual([...curveKinds].sort());
  });

  it('refuses an unknown curve and an unknown field', () => {
    expect(validate({ ...representativeMonth, colour: 'red' })).toBe(false);
    const text = JSON.stringify(representativeMonth).replace('"kind":"ratio"', '"kind":"luck"');
    expect(validate(JSON.parse(text))).toBe(false);
  });
});
