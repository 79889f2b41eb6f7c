import type { EntityName, FieldDef } from '../field.ts';
import { columnsOf, enumLabel, headerOf } from './columns.ts';
import { fileNames } from './words.ts';

type Locale = 'zh-CN' | 'en';

/** One example per entity; together they are a small company that imports without an error. Enum values by their code. */
const examples: Readonly<Record<EntityName, Readonly<Record<string, string | readonly [zh: string, en: string]>>>> = {
  units: { id: 'co', name: ['示例公司', 'Example company'], kind: 'company', validFrom: '2024-01-01' },
  people: {
    id: 'p001',
    name: ['王小明', 'Wang Xiaoming'],
    jobTitle: ['销售代表', 'Sales representative'],
    role: 'rep',
    email: 'wang@example.com',
    joinedOn: '2024-03-01',
    homeLat: '31.2304',
    homeLon: '121.4737',
  },
  memberships: { id: 'm001', personId: 'p001', unitId: 'co', primary: 'true', validFrom: '2024-03-01' },
  categories: { id: 'tea', name: ['茶饮原料', 'Tea'] },
  products: {
    id: 't001',
    categoryId: 'tea',
    name: ['茉莉绿茶茶汤', 'Jasmine green tea'],
    sku: 'T001',
    salesUnit: ['箱', 'case'],
    listPriceMinor: '216.00',
    currency: 'CNY',
    launchedOn: '2024-01-01',
  },
  accounts: {
    id: 'a001',
    name: ['上海示例商贸有限公司', 'Shanghai Example Trading'],
    customerType: 'distributor',
    tier: 'A',
    ownerId: 'p001',
    province: ['上海市', 'Shanghai'],
    city: ['上海市', 'Shanghai'],
    address: ['静安区南京西路100号', '100 Nanjing West Road'],
    lat: '31.2304',
    lon: '121.4737',
    datum: 'WGS84',
    openingHours: ['周一至周五 09:00-18:00；周六 10:00-16:00', 'Mon-Fri 09:00-18:00; Sat 10:00-16:00'],
    visitEveryDays: '14',
    creditDays: '45',
    creditLimitMinor: '50000.00',
    currency: 'CNY',
    createdOn: '2024-04-01',
    status: 'active',
  },
  contacts: {
    id: 'c001',
    accountId: 'a001',
    name: ['李红', 'Li Hong'],
    jobTitle: ['采购经理', 'Purchasing manager'],
    phone: '10012345678',
    decisionRole: 'buyer',
  },
  opportunities: {
    id: 'd001',
    accountId: 'a001',
    ownerId: 'p001',
    name: ['夏季新品导入', 'Summer launch'],
    stage: 'negotiation',
    amountMinor: '32000.00',
    currency: 'CNY',
    createdOn: '2026-03-02',
    expectedCloseOn: '2026-05-15',
  },
  stageChanges: {
    id: 's001',
    opportunityId: 'd001',
    fromStage: 'proposal',
    toStage: 'negotiation',
    changedOn: '2026-03-20',
  },
  orders: {
    id: 'o001',
    accountId: 'a001',
    ownerId: 'p001',
    orderedOn: '2026-03-05',
    status: 'delivered',
    amountMinor: '2116.80',
    taxMinor: '243.53',
    currency: 'CNY',
  },
  orderLines: {
    id: 'o001-1',
    orderId: 'o001',
    productId: 't001',
    quantity: '10',
    unitPriceMinor: '216.00',
    discountMinor: '43.20',
    amountMinor: '2116.80',
  },
  invoices: {
    id: 'i001',
    orderId: 'o001',
    issuedOn: '2026-03-08',
    dueOn: '2026-04-22',
    amountMinor: '2116.80',
    currency: 'CNY',
  },
  receipts: {
    id: 'r001',
    invoiceId: 'i001',
    receivedOn: '2026-04-20',
    amountMinor: '2116.80',
    currency: 'CNY',
  },
  activities: {
    id: 'v001',
    type: 'visit',
    accountId: 'a001',
    ownerId: 'p001',
    dayOn: '2026-03-05',
    startAt: '2026-03-05 10:00',
    endAt: '2026-03-05 10:40',
    purpose: 'order',
    outcome: ['确认补货十箱', 'Ten cases confirmed'],
    status: 'completed',
    effective: 'true',
  },
};

/** A template: UTF-8 with its mark (Excel needs it), the header in the language, one example row to overwrite. */
export function templateCsv(entity: EntityName, locale: Locale): string {
  const columns = columnsOf(entity);
  const header = columns.map((field) => quoted(headerOf(field, locale)));
  const row = columns.map((field) => quoted(exampleOf(entity, field, locale)));
  return `\uFEFF${header.join(',')}\r\n${row.join(',')}\r\n`;
}

/** The name templates give the file of an entity. */
export function templateName(entity: EntityName, locale: Locale): string {
  return `${fileNames[entity][locale === 'en' ? 0 : 1] as string}.csv`;
}

/** The example of a column as it stands in the template; empty where a row may leave it empty. */
export function exampleOf(entity: EntityName, field: FieldDef, locale: Locale): string {
  const example = examples[entity][field.name];
  if (example === undefined) return '';
  if (typeof example !== 'string') return example[locale === 'en' ? 1 : 0];
  if (field.type === 'enum') return enumLabel(entity, field, example, locale);
  if (field.type === 'boolean') return locale === 'en' ? (example === 'true' ? 'yes' : 'no') : example === 'true' ? '是' : '否';
  return example;
}

function quoted(cell: string): string {
  return /[",\r\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
