import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { emptyLookup, entityNames } from '../index.ts';
import type { MirrorLookup, MirrorRow } from '../index.ts';
import { templateCsv, templateName, validateImport } from './index.ts';
import type { ImportFile, ImportValidation } from './index.ts';

const options = { currency: 'CNY', timeZone: 'Asia/Shanghai' };
const file = (name: string, text: string): ImportFile => ({ name, bytes: new TextEncoder().encode(text) });
const check = (files: ImportFile[], lookup: MirrorLookup = emptyLookup): Promise<ImportValidation> =>
  validateImport(files, lookup, options);
const codes = (result: ImportValidation): string[] =>
  result.errors.map((error) => `${error.file}:${error.row ?? ''} ${error.code}`);

/** A mirror that holds these rows. */
function mirror(rows: Partial<Record<string, readonly MirrorRow[]>>): MirrorLookup {
  return {
    existing: (entity, ids) =>
      Promise.resolve(new Set((rows[entity] ?? []).map((row) => String(row['id'])).filter((id) => ids.includes(id)))),
    rowsBy: (entity, field, values) => Promise.resolve((rows[entity] ?? []).filter((row) => values.includes(String(row[field])))),
  };
}

const account = 'id,name,客户类型,tier,ownerId,createdOn,status\n';

describe('validateImport', () => {
  it.each(['zh-CN', 'en'] as const)('accepts the templates as they are (%s)', async (locale) => {
    const result = await check(entityNames.map((entity) => file(templateName(entity, locale), templateCsv(entity, locale))));
    expect(result.errors).toEqual([]);
    expect(result.ok).toBe(true);
    expect(result.warnings).toEqual([]);
    expect([...result.rows.keys()]).toEqual([...entityNames]);
    expect(result.rows.get('orderLines')).toEqual([
      {
        id: 'o001-1',
        orderId: 'o001',
        productId: 't001',
        quantity: 10,
        unitPriceMinor: 21600,
        discountMinor: 4320,
        amountMinor: 211680,
      },
    ]);
    expect(result.rows.get('activities')?.[0]).toMatchObject({
      startAt: '2026-03-05T02:00:00Z',
      effective: true,
      purpose: 'order',
    });
  });

  it('reads GBK files with Chinese names and headers and says so', async () => {
    const bytes = iconv.encode('名称\t类别编号\n植物奶\tpm\n', 'gbk');
    const result = await check([{ name: '产品类别.csv', bytes }]);
    expect(result.summary).toEqual([
      { file: '产品类别.csv', entity: 'categories', encoding: 'gb18030', delimiter: '\t', rows: 1 },
    ]);
    expect(result.rows.get('categories')).toEqual([{ id: 'pm', name: '植物奶' }]);
  });

  it('names row, column, value and remedy of a bad cell in both languages', async () => {
    const result = await check(
      [file('accounts.csv', `${account}a1,甲,批发商,A,p1,2026-01-05,合作中\n`)],
      mirror({ people: [{ id: 'p1' }] }),
    );
    expect(result.ok).toBe(false);
    expect(result.errors).toEqual([
      {
        file: 'accounts.csv',
        row: 2,
        column: '客户类型',
        value: '批发商',
        code: 'csv.value.enum',
        message: { 'zh-CN': '不是可选值', en: 'Not one of the values' },
        remedy: {
          'zh-CN': '可选：经销商、连锁餐饮、商超、学校与企业食堂',
          en: 'Use one of: Distributor, Restaurant chain, Retail, Canteen',
        },
      },
    ]);
  });

  it('warns of unknown columns, refuses missing, doubled ones and unknown files', async () => {
    const result = await check([file('categories.csv', 'id,备注,Category id\nx,y,z\n'), file('wishes.csv', 'a\n1\n')]);
    expect(codes(result)).toEqual([
      'categories.csv:1 csv.column.twice',
      'categories.csv:1 csv.column.missing',
      'wishes.csv: csv.file.unknown',
    ]);
    expect(result.warnings.map((warning) => warning.column)).toEqual(['备注']);
  });

  it('finds doubled ids and references that lead nowhere, the mirror counted in', async () => {
    const rows = `${account}a1,甲,商超,A,p1,2026-01-05,合作中\na1,乙,商超,A,p9,2026-01-05,合作中\n`;
    const result = await check([file('accounts.csv', rows)], mirror({ people: [{ id: 'p1' }] }));
    expect(codes(result)).toEqual(['accounts.csv:3 import.id.twice', 'accounts.csv:3 import.reference.missing']);
    expect(result.errors[1]?.message.en).toBe('There is no row "p9" in People');
  });

  it('finds overlapping memberships, also with the mirror, but not with the row it replaces', async () => {
    const head = 'id,personId,unitId,validFrom,validTo\n';
    const lookup = mirror({
      people: [{ id: 'p1' }],
      units: [{ id: 'u1' }],
      memberships: [{ id: 'm0', personId: 'p1', unitId: 'u1', primary: true, validFrom: '2024-01-01', validTo: null }],
    });
    const overlapping = await check([file('memberships.csv', `${head}m1,p1,u1,2025-01-01,\n`)], lookup);
    expect(codes(overlapping)).toEqual(['memberships.csv:2 import.membership.overlap']);
    const closing = await check(
      [file('memberships.csv', `${head}m0,p1,u1,2024-01-01,2025-01-01\nm1,p1,u1,2025-01-01,\n`)],
      lookup,
    );
    expect(codes(closing)).toEqual([]);
    const reversed = await check([file('memberships.csv', `${head}m0,p1,u1,2024-01-01,2024-01-01\n`)], lookup);
    expect(codes(reversed)).toEqual(['memberships.csv:2 import.interval.reversed']);
  });

  it('compares lines with their order, wherever the two come from', async () => {
    const lookup = mirror({
      products: [{ id: 't1' }],
      orders: [{ id: 'o1', amountMinor: 3000 }],
      orderLines: [{ id: 'l1', orderId: 'o1', amountMinor: 1000 }],
    });
    const head = 'id,orderId,productId,quantity,unitPriceMinor,amountMinor\n';
    expect(codes(await check([file('order-lines.csv', `${head}l2,o1,t1,2,10.00,20.00\n`)], lookup))).toEqual([]);
    expect(codes(await check([file('order-lines.csv', `${head}l2,o1,t1,2,10.00,20.01\n`)], lookup))).toEqual([
      'order-lines.csv:2 import.line.amount',
      'order-lines.csv:2 import.order.sum',
    ]);
    expect(codes(await check([file('order-lines.csv', `${head}l1,o1,t1,2,10.00,20.00\n`)], lookup))).toEqual([
      'order-lines.csv:2 import.order.sum',
    ]);
  });

  it('refuses receipts beyond the invoice, the earlier ones counted in', async () => {
    const lookup = mirror({
      invoices: [{ id: 'i1', amountMinor: 10000, currency: 'CNY' }],
      receipts: [{ id: 'r1', invoiceId: 'i1', amountMinor: 6000 }],
    });
    const head = 'id,invoiceId,receivedOn,amountMinor,currency\n';
    expect(codes(await check([file('回款.csv', `${head}r2,i1,2026-03-01,40.00,\n`)], lookup))).toEqual([]);
    const beyond = await check([file('回款.csv', `${head}r2,i1,2026-03-01,40.01,\n`)], lookup);
    expect(beyond.errors[0]?.message['zh-CN']).toBe('发票“i1”的回款合计 100.01 超过发票金额 100.00');
    expect(codes(await check([file('回款.csv', `${head}r2,i1,2026-03-01,1,USD\n`)], lookup))).toEqual([
      '回款.csv:2 import.receipt.currency',
    ]);
  });

  it('finds rings of units and closing dates that do not fit the stage', async () => {
    const units = 'id,parentId,name,kind,validFrom\na,b,甲,团队,2024-01-01\nc,,丙,公司,2024-01-01\n';
    const ring = await check([file('units.csv', units)], mirror({ units: [{ id: 'b', parentId: 'a' }] }));
    expect(codes(ring)).toEqual(['units.csv:2 import.unit.cycle']);
    const deals =
      'id,accountId,ownerId,name,stage,createdOn,closedOn\nd1,a1,p1,x,赢单,2026-01-01,\nd2,a1,p1,x,接触,2026-01-01,2026-02-01\nd3,a1,p1,x,输单,2026-01-01,2026-02-01\n';
    const lookup = mirror({ accounts: [{ id: 'a1' }], people: [{ id: 'p1' }] });
    expect(codes(await check([file('opportunities.csv', deals)], lookup))).toEqual([
      'opportunities.csv:2 import.deal.closed',
      'opportunities.csv:3 import.deal.closed',
    ]);
  });

  it('leaves out what the file has no column for, clears what is empty', async () => {
    const result = await check(
      [file('products.csv', 'id,categoryId,name,sku,salesUnit,listPriceMinor,launchedOn\nt1,c,茶,T1,箱,216,\n')],
      mirror({ categories: [{ id: 'c' }] }),
    );
    expect(result.rows.get('products')).toEqual([
      {
        id: 't1',
        categoryId: 'c',
        name: '茶',
        sku: 'T1',
        salesUnit: '箱',
        listPriceMinor: 21600,
        currency: 'CNY',
        launchedOn: null,
      },
    ]);
  });

  it('counts a hundred thousand bad rows and keeps ten thousand, within seconds', async () => {
    const line = (index: number): string => `x${index},a1,p1,2026/3/5,已交货,${index}.5元,abc`;
    const text = `id,客户编号,负责人,下单日期,状态,金额,税额\n${Array.from({ length: 100_000 }, (_, index) => line(index)).join('\n')}`;
    const started = performance.now();
    const result = await check([file('orders.csv', text)], mirror({ accounts: [{ id: 'a1' }], people: [{ id: 'p1' }] }));
    expect(result.errorCount).toBe(100_000);
    expect(result.errors).toHaveLength(10_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
