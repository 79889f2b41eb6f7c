import type { EntityName } from './field.ts';

/** A single value a filter compares with. */
export type Scalar = string | number | boolean;

/** One condition on a field. All conditions of a query hold together. */
export type Filter =
  | { readonly field: string; readonly op: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte'; readonly value: Scalar }
  | { readonly field: string; readonly op: 'in'; readonly value: readonly Scalar[] }
  | { readonly field: string; readonly op: 'contains'; readonly value: string }
  | { readonly field: string; readonly op: 'isNull'; readonly value: boolean };

/** Which rows of an entity, in which order. */
export interface ListQuery {
  readonly where?: readonly Filter[];
  /** Field name, `-` in front for descending. Ties are broken by id. */
  readonly sort?: string;
  /** 1 to 1,000; 100 when left out. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly cursor?: string;
  /** Only these fields; all when left out. `id` is always there. */
  readonly fields?: readonly string[];
}

/** One page of rows; `next` is null on the last one. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** What to compute over the rows of a group. `count` takes no field. */
export type Measure =
  | { readonly name: string; readonly op: 'count' }
  | {
      readonly name: string;
      readonly op: 'sum' | 'avg' | 'min' | 'max' | 'countDistinct';
      readonly field: string;
    };

/**
 * Sums over an entity. A group key is a field (`ownerId`), a period of a date field
 * (`month:orderedOn`, `quarter:…`, `year:…`, `day:…`), a field of a referenced row
 * (`accountId.customerType`), or `unitAt:team|region|company`: the unit the row counted for at the time.
 * Filters accept the same keys.
 */
export interface AggregateQuery {
  readonly entity: EntityName;
  readonly measures: readonly Measure[];
  readonly groupBy?: readonly string[];
  readonly where?: readonly Filter[];
  /** At most 10,000 groups; more is an error that says so. */
  readonly limit?: number;
}

/** One group: its keys and its measures, both by name. Sums of money stay integers. */
export type AggregateRow = Readonly<Record<string, string | number | boolean | null>>;
