import type { Account, EntityName, EntityRows, Person, Product } from '@milepost/crm';
import type { DemoAccount } from './accounts.ts';
import { activityRows } from './activities.ts';
import { contactsOf } from './contacts.ts';
import { scopeOn } from './context.ts';
import type { DemoContext } from './context.ts';
import { categories, products } from './data/catalogue.ts';
import { dayText } from './days.ts';
import { dealsOf, opportunityRow, stageChangeRows } from './deals.ts';
import { salesOf } from './sales.ts';
import type { AccountSales } from './sales.ts';

type Source<E extends EntityName> = (context: DemoContext) => Iterable<EntityRows[E]>;

/** How the rows of each entity are drawn. Everything large is made account by account or person by person. */
export const rowSources: { readonly [E in EntityName]: Source<E> } = {
  units: (context) => context.organisation.units.map((unit) => ({ ...unit, validFrom: '2016-03-01', validTo: null })),
  people: (context) => context.organisation.people.map((person) => personRow(person, context)),
  *memberships({ organisation }) {
    for (const person of organisation.people) {
      for (const [index, term] of person.terms.entries()) {
        yield {
          id: `m${person.id.slice(1)}-${index + 1}`,
          personId: person.id,
          unitId: term.unitId,
          primary: true,
          validFrom: dayText(term.from),
          validTo: term.to === null ? null : dayText(term.to),
        };
      }
    }
  },
  categories: () => categories,
  products: () => products.map(productRow),
  *accounts(context) {
    for (const account of context.accounts) yield accountRow(account, context);
  },
  *contacts(context) {
    for (const account of context.accounts) yield* contactsOf(context, account);
  },
  *opportunities(context) {
    for (const account of context.accounts) for (const deal of dealsOf(context, account)) yield opportunityRow(account, deal);
  },
  *stageChanges(context) {
    for (const account of context.accounts) for (const deal of dealsOf(context, account)) yield* stageChangeRows(account, deal);
  },
  orders: (context) => fromSales(context, 'orders'),
  orderLines: (context) => fromSales(context, 'lines'),
  invoices: (context) => fromSales(context, 'invoices'),
  receipts: (context) => fromSales(context, 'receipts'),
  activities: (context) => activityRows(context),
};

function* fromSales<K extends keyof AccountSales>(context: DemoContext, part: K): Generator<AccountSales[K][number]> {
  for (const account of context.accounts) yield* salesOf(context, account)[part];
}

function personRow(person: DemoContext['organisation']['people'][number], context: DemoContext): Person {
  return {
    id: person.id,
    name: person.name,
    jobTitle: person.jobTitle,
    role: person.role,
    email: `${person.id}@${context.profile.tenant.id}.example`,
    joinedOn: dayText(person.joined),
    leftOn: person.left === null ? null : dayText(person.left),
    homeLat: person.homeLat,
    homeLon: person.homeLon,
  };
}

function productRow(product: (typeof products)[number]): Product {
  return {
    id: product.id,
    categoryId: (categories[product.category] as { id: string }).id,
    name: product.name,
    sku: product.sku,
    salesUnit: product.salesUnit,
    listPriceMinor: product.listPriceMinor,
    currency: 'CNY',
    launchedOn: product.launchedOn,
  };
}

function accountRow(account: DemoAccount, context: DemoContext): Account {
  return {
    id: account.id,
    name: account.name,
    customerType: account.type,
    tier: account.tier,
    ...scopeOn(account, context.asOf),
    province: account.team.city.province,
    city: `${account.team.city.name}市`,
    address: account.address,
    lat: account.lat,
    lon: account.lon,
    datum: 'WGS84',
    openingHours: account.hours,
    visitEveryDays: account.visitEveryDays,
    creditDays: account.creditDays,
    creditLimitMinor: account.creditLimitMinor,
    currency: 'CNY',
    createdOn: dayText(account.created),
    status: account.status,
  };
}
