import { afterAll, beforeAll, expect, it } from 'vitest';
import { TargetsPage } from '../pages/targets-page.ts';
import { openAs, settled } from '../support/browser.ts';
import { startPortal } from '../support/portal.ts';
import type { Portal } from '../support/portal.ts';

let portal: Portal;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(async () => await portal.stop());

type Rows = Awaited<ReturnType<TargetsPage['amounts']>>;

/** Every quarter is the sum of its months, the year of its quarters, and every row with children in sight the sum of them. */
function expectExact(rows: Rows): void {
  const sum = (values: readonly (number | undefined)[]): number =>
    values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);
  rows.forEach(({ row, level, amounts }, index) => {
    const months = Array.from({ length: 12 }, (_, month) => amounts[`${month + 1}月`]);
    ['一季度', '二季度', '三季度', '四季度'].forEach((name, quarter) => {
      expect(amounts[name], `${row} ${name}`).toBe(sum(months.slice(quarter * 3, quarter * 3 + 3)));
    });
    expect(amounts['全年'], `${row} 全年`).toBe(sum(months));
    const after = rows.slice(index + 1);
    const end = after.findIndex((other) => other.level <= level);
    const children = (end < 0 ? after : after.slice(0, end)).filter((other) => other.level === level + 1);
    for (const column of Object.keys(amounts)) {
      if (children.length > 0)
        expect(amounts[column], `${row} ${column}`).toBe(sum(children.map((child) => child.amounts[column])));
    }
  });
}

it('spreads a year over months and organisation to the fen, takes an edit of a quarter, undoes it, and keeps what was saved', async () => {
  const { page, watch } = await openAs(portal, portal.user('ops'), '/targets?period=2027');
  const targets = new TargetsPage(page);
  await targets.decompose('2.2亿');
  await targets.showYuan();
  const spread = await targets.amounts();
  expect(spread[0]?.amounts['全年']).toBe(22_000_000_000);
  expect(spread.length).toBeGreaterThan(10);
  expectExact(spread);

  const region = spread[1]?.row ?? '';
  const before = spread[1]?.amounts['二季度'] ?? 0;
  await targets.edit(region, '二季度', '1234.5678万');
  const edited = await targets.amounts();
  expect(edited[1]?.amounts['二季度']).toBe(1_234_567_800);
  expect((edited[0]?.amounts['二季度'] ?? 0) - (spread[0]?.amounts['二季度'] ?? 0), 'the company follows its region').toBe(
    1_234_567_800 - before,
  );
  expectExact(edited);

  await targets.undo();
  expect(await targets.amounts()).toEqual(spread);

  await targets.edit(region, '二季度', '1234.5678万');
  await targets.save();
  await page.reload();
  await settled(page);
  await targets.showYuan();
  expect(await targets.amounts()).toEqual(edited);
  expect(watch.errors).toEqual([]);

  await portal.restart('SIGKILL');
  const again = await openAs(portal, portal.user('ops'), '/targets?period=2027');
  const kept = new TargetsPage(again.page);
  await kept.showYuan();
  expect(await kept.amounts()).toEqual(edited);
});

it('shows a representative only their own part and lets them change nothing', async () => {
  const { page } = await openAs(portal, portal.user('rep'), '/targets?period=2026-11');
  await page.getByText('只读：').waitFor();
  const rows = await new TargetsPage(page).amounts();
  expect(rows.every(({ row }) => row.includes(portal.user('rep').name) || row.includes('可见'))).toBe(true);
});
