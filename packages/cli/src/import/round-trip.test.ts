import { emptyLookup, entityNames } from '@milepost/crm';
import type { EntityName, FieldDef } from '@milepost/crm';
import { columnsOf, enumLabel, formatOpeningHours, headerOf, templateName, validateImport } from '@milepost/crm/csv';
import type { ImportFile } from '@milepost/crm/csv';
import { generateDemo } from '@milepost/testing/demo';
import { describe, expect, it } from 'vitest';

const company = generateDemo({ asOf: '2026-11-21', scale: 0.1 });
const locales = ['zh-CN', 'en'] as const;

function cell(entity: EntityName, field: FieldDef, value: unknown, locale: (typeof locales)[number]): string {
  if (value === null || value === undefined) return '';
  if (field.type === 'money') return `${Math.trunc(Number(value) / 100)}.${String(Number(value) % 100).padStart(2, '0')}`;
  if (field.type === 'enum') return enumLabel(entity, field, typeof value === 'string' ? value : '', locale);
  if (field.type === 'json') return `"${formatOpeningHours(value, locale)}"`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function filesOf(locale: (typeof locales)[number]): ImportFile[] {
  return entityNames.map((entity) => {
    const columns = columnsOf(entity);
    const lines = [columns.map((field) => `"${headerOf(field, locale)}"`).join(',')];
    for (const row of company.rows(entity)) {
      const values = row as unknown as Record<string, unknown>;
      lines.push(columns.map((field) => cell(entity, field, values[field.name], locale)).join(','));
    }
    return { name: templateName(entity, locale), bytes: new TextEncoder().encode(lines.join('\r\n')) };
  });
}

describe('a whole company as CSV', () => {
  it.each(locales)('passes every check and comes back value by value (%s)', async (locale) => {
    const result = await validateImport(filesOf(locale), emptyLookup, company.tenant);
    expect(result.errors).toEqual([]);
    for (const entity of entityNames) {
      const columns = columnsOf(entity).map((field) => field.name);
      const only = (row: object): unknown[] => columns.map((name) => (row as Record<string, unknown>)[name] ?? null);
      expect((result.rows.get(entity) ?? []).map(only)).toEqual([...company.rows(entity)].map(only));
    }
  });
});
