import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { contractCheck } from './packs/contract-check.ts';
import { visitCheck } from './packs/visit-check.ts';
import { templateSchema } from './schema.ts';

const validate = new Ajv2020({ strictSchema: true, allowUnionTypes: true }).compile(templateSchema);

describe('templateSchema', () => {
  it.each([contractCheck, visitCheck])('accepts the pack $id', (pack) => {
    expect(validate(pack), JSON.stringify(validate.errors)).toBe(true);
  });

  it('refuses unknown fields, types and conditions', () => {
    const change = (from: string, to: string): boolean => validate(JSON.parse(JSON.stringify(contractCheck).replace(from, to)));
    expect(change('"hiddenAnswer"', '"colour":1,"hiddenAnswer"')).toBe(false);
    expect(change('"type":"choice"', '"type":"guess"')).toBe(false);
    expect(change('"in":', '"near":')).toBe(false);
  });
});
