/** A text in both languages of the product. */
export interface Words {
  readonly 'zh-CN': string;
  readonly en: string;
}

/**
 * What a field holds.
 * - `money` is an integer in minor units (分) of the row's currency.
 * - `date` is a business day `YYYY-MM-DD` in the company's time zone; `instant` is an ISO 8601 UTC time.
 * - `ref` is the id of a row of `ref`'s entity.
 * - `json` is a structured value; its shape is the TypeScript type of the entity.
 */
export type FieldType = 'id' | 'ref' | 'text' | 'enum' | 'money' | 'integer' | 'number' | 'date' | 'instant' | 'boolean' | 'json';

/** One field of a canonical entity: the single source for tables, queries, CSV columns and API schemas. */
export interface FieldDef {
  readonly name: string;
  readonly type: FieldType;
  /** False when the value may be null; null means "not known", never 0 or ''. */
  readonly required: boolean;
  readonly ref?: EntityName;
  readonly values?: readonly string[];
  readonly label: Words;
  /** Left out of import templates: the mirror computes it. */
  readonly derived?: boolean;
  /** About a person's life: null to everybody whose branch does not hold the row's person. */
  readonly personal?: boolean;
}

/** The canonical entities, in the order in which they can be loaded. */
export const entityNames = [
  'units',
  'people',
  'memberships',
  'categories',
  'products',
  'accounts',
  'contacts',
  'opportunities',
  'stageChanges',
  'orders',
  'orderLines',
  'invoices',
  'receipts',
  'activities',
] as const;

/** The name of a canonical entity, as it stands in URLs and queries. */
export type EntityName = (typeof entityNames)[number];

/** What a canonical entity is made of. */
export interface EntityDef {
  readonly name: EntityName;
  readonly table: string;
  readonly label: Words;
  /**
   * Who sees a row: `tenant` everyone of the company; `scope` those whose branch holds the row's
   * `ownerId`, `accessOwnerId` or `unitId`.
   */
  readonly visibility: 'tenant' | 'scope';
  /** The business day of a row: the default for periods. */
  readonly day?: string;
  readonly fields: readonly FieldDef[];
}

/** `accountOwnerId` → `account_owner_id`. */
export function columnOf(fieldName: string): string {
  return fieldName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

type Extra = Partial<Pick<FieldDef, 'required' | 'ref' | 'values' | 'derived' | 'personal'>>;

/** Shorthand for entity files: a required field unless `extra` says otherwise. */
export function field(name: string, type: FieldType, zh: string, en: string, extra: Extra = {}): FieldDef {
  return { name, type, required: true, label: { 'zh-CN': zh, en }, ...extra };
}

/** Fields that bind a row to the person credited, the account's present owner and the unit at the time. */
export const scopeFields: readonly FieldDef[] = [
  field('ownerId', 'ref', '负责人', 'Owner', { ref: 'people' }),
  field('unitId', 'ref', '当时所属组织', 'Unit at the time', { ref: 'units', required: false, derived: true }),
  field('accessOwnerId', 'ref', '客户现负责人', 'Present account owner', {
    ref: 'people',
    required: false,
    derived: true,
  }),
];
