import type { EntityName, EntityRows, TenantInfo } from '@milepost/crm';
import { buildContext } from './context.ts';
import { beichen, qinghe } from './profile.ts';
import { rowSources } from './rows.ts';
import { demoUsers } from './users.ts';
import type { DemoUser } from './users.ts';

/** What to generate. The same options give the same bytes, on every machine. */
export interface DemoOptions {
  /** `YYYY-MM-DD`: the last day of the three years of history. Only planned visits and expected closes lie after it. */
  readonly asOf: string;
  /** 1 is 60 representatives and 2,400 accounts; 10 is ten times the people and accounts; below 1 for tests. */
  readonly scale: number;
  /** Any integer; 1 when left out. */
  readonly seed?: number;
  /** Which company; `qinghe` when left out. `beichen` is small and keeps its size at every scale. */
  readonly company?: 'qinghe' | 'beichen';
}

/** A generated company. Rows carry every derived field, so a mirror can store them as they are. */
export interface DemoCompany {
  readonly tenant: TenantInfo;
  readonly asOf: string;
  /** People for the user switcher, one per interesting role. */
  readonly users: readonly DemoUser[];
  /** A fresh pass over an entity's rows, drawn as they are pulled; load them in the order of `entityNames`. */
  rows<E extends EntityName>(entity: E): Iterable<EntityRows[E]>;
}

/** Generates a company. Throws a RangeError for a day that does not exist or a scale outside 0.05 to 100. */
export function generateDemo(options: DemoOptions): DemoCompany {
  const { asOf, scale, seed = 1, company = 'qinghe' } = options;
  if (!(scale >= 0.05 && scale <= 100)) throw new RangeError(`The scale must be a number from 0.05 to 100`);
  const context = buildContext(company === 'qinghe' ? qinghe : beichen, asOf, scale, seed);
  return {
    tenant: context.profile.tenant,
    asOf,
    users: demoUsers(context),
    rows: (entity) => rowSources[entity](context),
  };
}

/** Both demo companies: 清禾食品 at the given scale, and 北辰饮品 beside it to show that neither sees the other. */
export function generateDemoCompanies(options: Omit<DemoOptions, 'company'>): readonly DemoCompany[] {
  return [generateDemo({ ...options, company: 'qinghe' }), generateDemo({ ...options, company: 'beichen' })];
}

export type { DemoUser } from './users.ts';
