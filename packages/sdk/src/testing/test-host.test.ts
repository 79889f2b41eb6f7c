import { describe, expect, it } from 'vitest';
import { WriteConflict } from '../host/errors.ts';
import { createTestHost } from './index.ts';

describe('createTestHost', () => {
  it('keeps records with revisions, and answers a stale write with what is stored', async () => {
    const test = createTestHost({ data: { plans: [{ id: 'a', value: { total: 100 } }] } });
    const plans = test.host.data.collection<{ total: number }>('plans');
    const seen = await plans.get('a');
    expect(seen?.revision).toBe(1);
    test.collection('plans').writeByOther('a', { total: 150 });
    const attempt = plans.put('a', { total: 200 }, { revision: 1 });
    await expect(attempt).rejects.toBeInstanceOf(WriteConflict);
    await expect(attempt).rejects.toMatchObject({ current: { revision: 2, value: { total: 150 } } });
    expect((await plans.put('a', { total: 200 }, { revision: 2 })).revision).toBe(3);
    expect((await plans.history('a')).map((record) => record.value.total)).toEqual([200, 150, 100]);
  });

  it('writes a batch as a whole or not at all', async () => {
    const test = createTestHost({ data: { plans: [{ id: 'a', value: 1 }] } });
    const plans = test.host.data.collection<number>('plans');
    const batch = plans.batch([
      { op: 'put', id: 'b', revision: 0, value: 2 },
      { op: 'put', id: 'a', revision: 7, value: 3 },
    ]);
    await expect(batch).rejects.toBeInstanceOf(WriteConflict);
    expect(
      test
        .collection('plans')
        .all()
        .map((record) => record.id),
    ).toEqual(['a']);
  });

  it('sums fixtures by month and by a field of the account', async () => {
    const test = createTestHost({
      crm: {
        accounts: [
          { id: 'a1', customerType: 'chain' },
          { id: 'a2', customerType: 'retail' },
        ],
        orders: [
          { id: 'o1', accountId: 'a1', orderedOn: '2026-01-31', netMinor: 1000 } as object,
          { id: 'o2', accountId: 'a1', orderedOn: '2026-02-01', netMinor: 250 } as object,
          { id: 'o3', accountId: 'a2', orderedOn: '2026-02-28', netMinor: 50 } as object,
        ],
      },
    });
    const sum = { name: 'sum', op: 'sum', field: 'netMinor' } as const;
    expect(await test.host.crm.aggregate({ entity: 'orders', measures: [sum], groupBy: ['month:orderedOn'] })).toEqual([
      { 'month:orderedOn': '2026-01', sum: 1000 },
      { 'month:orderedOn': '2026-02', sum: 300 },
    ]);
    const where = [{ field: 'accountId.customerType', op: 'eq', value: 'chain' }] as const;
    expect(await test.host.crm.aggregate({ entity: 'orders', measures: [sum], where })).toEqual([{ sum: 1250 }]);
  });

  it('reads all or says that there are too many, as a page does', async () => {
    const ids = ['a', 'b', 'c'].map((id) => ({ id, value: 1 }));
    const { host } = createTestHost({ data: { plans: ids }, crm: { accounts: ids.map(({ id }) => ({ id })) } });
    const plans = host.data.collection<number>('plans');
    expect(await plans.listAll({ limit: 1, max: 3 })).toHaveLength(3);
    expect(await host.crm.listAll('accounts', { limit: 1 })).toHaveLength(3);
    await expect(plans.listAll({ max: 2 })).rejects.toMatchObject({ code: 'read.too-many' });
    await expect(host.crm.listAll('accounts', { max: 2 })).rejects.toMatchObject({ code: 'read.too-many' });
  });

  it('fails and holds calls on request', async () => {
    const test = createTestHost();
    test.failNext('crm.list', new Error('no network'));
    await expect(test.host.crm.list('accounts')).rejects.toThrow('no network');
    await expect(test.host.crm.list('accounts')).resolves.toEqual({ items: [], next: null });
    const release = test.hold('crm.list');
    let done = false;
    const held = test.host.crm.list('accounts').then(() => (done = true));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(done).toBe(false);
    release();
    await held;
  });

  it('speaks the language set, with plurals', () => {
    const test = createTestHost({
      messages: { 'zh-CN': { n: '{n} 次拜访' }, en: { n: '{n, plural, one {# visit} other {# visits}}' } },
    });
    expect(test.host.i18n.t('n', { n: 2 })).toBe('2 次拜访');
    test.setLocale('en');
    expect([1, 2].map((n) => test.host.i18n.t('n', { n }))).toEqual(['1 visit', '2 visits']);
    expect(test.host.i18n.t('missing')).toBe('missing');
  });
});
