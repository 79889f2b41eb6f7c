import type { EntityDef, EntityName } from '../field.ts';
import { accounts, activities, contacts } from './accounts.ts';
import { categories, products } from './catalogue.ts';
import { memberships, people, units } from './organisation.ts';
import { invoices, opportunities, orderLines, orders, receipts, stageChanges } from './selling.ts';

/** Every canonical entity by its name. */
export const entities: Readonly<Record<EntityName, EntityDef>> = {
  units,
  people,
  memberships,
  categories,
  products,
  accounts,
  contacts,
  opportunities,
  stageChanges,
  orders,
  orderLines,
  invoices,
  receipts,
  activities,
};
