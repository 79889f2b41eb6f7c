import { entities } from '../entities/index.ts';
import type { EntityName, FieldDef } from '../field.ts';
import { keyOf } from './normalise.ts';
import { enumWords, fileNames } from './words.ts';

type Locale = 'zh-CN' | 'en';

/** Values a column takes when it is missing or a cell is empty, although the field is required. */
export const columnDefaults: Readonly<Record<string, 'tenant-currency' | 0 | true>> = {
  currency: 'tenant-currency',
  discountMinor: 0,
  primary: true,
};

/** The fields of an entity that a file can bring, in template order. */
export function columnsOf(entity: EntityName): readonly FieldDef[] {
  return entities[entity].fields.filter((field) => field.derived !== true);
}

/** The header templates write: the label, with 元 behind money, which files give in main units. */
export function headerOf(field: FieldDef, locale: Locale): string {
  const label = field.label[locale];
  if (field.type !== 'money') return label;
  if (locale === 'en') return label.endsWith(')') ? `${label.slice(0, -1)}, yuan)` : `${label} (yuan)`;
  return label.endsWith('）') ? `${label.slice(0, -1)}，元）` : `${label}（元）`;
}

const headerMaps = new Map<EntityName, ReadonlyMap<string, FieldDef>>();

/** Finds the field of a header: label in either language, with or without its brackets, or the field's name. */
export function fieldOfHeader(entity: EntityName, header: string): FieldDef | undefined {
  let map = headerMaps.get(entity);
  if (!map) {
    const entries = columnsOf(entity).flatMap((field): [string, FieldDef][] =>
      [field.label['zh-CN'], field.label.en, field.name, field.name.replace(/Minor$/, '')].flatMap((word) => [
        [keyOf(word), field],
        [keyOf(word, true), field],
      ]),
    );
    headerMaps.set(entity, (map = new Map(entries)));
  }
  return map.get(keyOf(header)) ?? map.get(keyOf(header, true));
}

/** The entity a file name stands for; upper and lower case, spaces and hyphens do not matter. */
export function entityOfFile(name: string): EntityName | undefined {
  const base = keyOf(name.replace(/^.*[\\/]/, '').replace(/\.(csv|tsv|txt)$/i, ''), true);
  const names = Object.entries(fileNames) as [EntityName, readonly string[]][];
  return names.find(([entity, words]) => [entity, ...words].some((word) => keyOf(word, true) === base))?.[0];
}

const enumMaps = new Map<string, ReadonlyMap<string, string>>();

/** The enum value a cell means: the value itself or one of its words in either language. */
export function enumValueOf(entity: EntityName, field: FieldDef, text: string): string | undefined {
  const key = `${entity}.${field.name}`;
  let map = enumMaps.get(key);
  if (!map) {
    const words = enumWords[key] ?? {};
    const entries = (field.values ?? []).flatMap((value): [string, string][] =>
      [value, ...(words[value] ?? [])].map((word) => [keyOf(word, true), value]),
    );
    enumMaps.set(key, (map = new Map(entries)));
  }
  return map.get(keyOf(text, true));
}

/** The word for an enum value that templates and exports write. */
export function enumLabel(entity: EntityName, field: FieldDef, value: string, locale: Locale): string {
  return enumWords[`${entity}.${field.name}`]?.[value]?.[locale === 'en' ? 1 : 0] ?? value;
}
