import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localeOf } from '../../context.ts';
import { run } from '../../run.ts';
import { summaryOf } from './bench-table.ts';
import { gapWords } from './gap.ts';

/** From the depot 3 and 5, between the two 4: both customers on one day 12, the first alone on the other day 6. */
const periodic = '1 1 2 2\n0 10\n0 10\n0 0 0 0 0 0 0\n7 3 0 2 4 2 1 3\n9 3 4 2 5 1 2 1 2\n';
/** Both need 6 of 10, so that two vehicles have to go: 6 + 10. */
const twoLoads = 'T1\nVEHICLE\nNUMBER CAPACITY\n3 10\nCUSTOMER\nCUST NO.\n0 0 0 0 0 99 0\n1 3 0 6 0 99 1\n2 3 4 6 0 99 1\n';

let folder: string;
let out: string;
let err: string;
let cancel: AbortController;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'milepost-routes-'));
  cancel = new AbortController();
});
afterEach(() => rm(folder, { recursive: true }));

function milepost(...args: string[]): Promise<number> {
  [out, err] = ['', ''];
  return run(['routes', ...args], '0.1.0', {
    ...{ locale: localeOf(args, {}), cwd: folder, interactive: false, terminal: false, signal: cancel.signal },
    ...{ out: (text) => void (out += text), err: (text) => void (err += text), today: () => '2026-11-21' },
    openMirror: () => Promise.reject(new Error('no database here')),
  });
}

const write = (name: string, text: string) => writeFile(join(folder, name), text);
const json = () => JSON.parse(out) as Record<string, unknown>;

describe('milepost routes solve', () => {
  beforeEach(() => write('small', periodic));

  it('prints cost, routes, improvements and the gap as JSON, with the format it saw', async () => {
    expect(await milepost('solve', 'small', '--iterations', '50', '--best-known', '15', '--json')).toBe(0);
    expect(json()).toMatchObject({
      ...{ ok: true, instance: 'small', format: 'cordeau', formatGuessed: true, objective: 'distance', distances: 'exact' },
      ...{ seed: 1, iterations: 50, feasible: true, cost: 18, vehicles: 2, bestKnown: 15, unserved: [], out: null },
    });
    expect(json()['gapPercent']).toBeCloseTo(20);
    expect((json()['improvements'] as object[]).at(-1)).toMatchObject({ cost: 18, missing: 0 });
    expect((json()['routes'] as { visits: object[] }[]).map(({ visits }) => visits.length).sort()).toEqual([1, 2]);
    expect(err).toBe('');
  });

  it('speaks to people in their language, the result apart from what is said about the file', async () => {
    expect(await milepost('solve', 'small', '--iterations', '50', '--best-known', '18', '--lang', 'zh')).toBe(0);
    expect(err).toBe('格式 cordeau（按内容判断）：2 个客户，2 天，2 个车次\n');
    expect(out).toMatch(/第 1 天 车 1：[79 ]+\n第 2 天 车 1：[79 ]+\n/);
    expect(out).toContain('成本 18，2 条路线\n已知最优 18，差距 0.00 %\n满足全部约束');
    expect(await milepost('solve', 'small', '--format', 'cordeau', '--iterations', '50')).toBe(0);
    expect(err).toBe('Format cordeau: 2 customers, 2 days, 2 vehicle days\n');
    expect(out).toContain('Cost 18, 2 routes\nEvery constraint is kept');
  });

  it('gives the same plan for the same seed and number of iterations', async () => {
    const plans = [];
    for (const name of ['a.json', 'b.json']) {
      expect(await milepost('solve', 'small', '--iterations', '300', '--seed', '3', '--out', name)).toBe(0);
      plans.push(await readFile(join(folder, name), 'utf8'));
    }
    expect(plans[0]).toBe(plans[1]);
  });

  it('counts vehicles first when asked to', async () => {
    await write('loads.txt', twoLoads);
    expect(await milepost('solve', 'loads.txt', '--objective', 'vehicles-first', '--iterations', '50', '--json')).toBe(0);
    expect(json()).toMatchObject({ instance: 'T1', format: 'solomon', distances: 'exact', cost: 16, vehicles: 2 });
    expect((json()['improvements'] as object[]).at(-1)).toMatchObject({ cost: 16, vehicles: 2 });
  });

  it('says what cannot be served, and that the plan is not whole', async () => {
    await write('loads.txt', twoLoads.replace('3 10', '1 10'));
    expect(await milepost('solve', 'loads.txt', '--iterations', '50', '--best-known', '6', '--json')).toBe(0);
    expect(json()).toMatchObject({ feasible: false, gapPercent: null, firstFeasibleSeconds: null, unserved: [{ missing: 1 }] });
    expect(await milepost('solve', 'loads.txt', '--iterations', '50', '--lang', 'zh')).toBe(0);
    expect(out).toMatch(/未安排：客户 [12]，缺 1 次/);
    expect(out).toContain('没有找到满足全部约束的方案');
  });

  it('answers Ctrl-C with the best plan so far', async () => {
    setTimeout(() => cancel.abort(), 20);
    expect(await milepost('solve', 'small', '--seconds', '60', '--json')).toBe(130);
    expect(json()).toMatchObject({ ok: false, code: 'routes.stopped', cost: 18, feasible: true });
    cancel = new AbortController();
    setTimeout(() => cancel.abort(), 20);
    expect(await milepost('solve', 'small', '--seconds', '60')).toBe(130);
    expect(out).toContain('Cost 18');
    expect(err).toContain('[routes.stopped]');
  });

  it('names file and line of what it cannot read, and what to do', async () => {
    await write('cut', periodic.slice(0, -4));
    expect(await milepost('solve', 'cut', '--lang', 'zh')).toBe(1);
    expect(err).toBe('cut:6：这一行的数字个数不对（实际 ≠ 应有：7 ≠ 9）；请按格式补齐或删去多余的。 [routing.format.columns]\n');
    await write('binary', '\u0000\u0001\u007fELF');
    expect(await milepost('solve', 'binary', '--json')).toBe(1);
    expect(json()).toMatchObject({ ok: false, code: 'routing.format.unknown', file: 'binary' });
    expect(await milepost('solve', 'nowhere')).toBe(1);
    expect(err).toContain('[routes.file.unreadable]');
  });

  it('gives examples of what an option takes', async () => {
    expect(await milepost('solve', 'small', '--seconds=0')).toBe(2);
    expect(err).toContain("argument '0' is invalid. Such as 0.5, 1, 20");
    expect(await milepost('solve', 'small', '--seed=0', '--lang', 'zh')).toBe(2);
    expect(err).toContain('的值 0 无效：例如 1、2、3');
  });

  it('finds that the plan cannot be written before it searches', async () => {
    for (const file of ['nowhere/plan.json', 'small/plan.json', '.']) {
      expect(await milepost('solve', 'small', '--iterations', '50', '--out', file)).toBe(1);
      expect([out, err]).toEqual(['', expect.stringMatching(/^Cannot write to .*\[cli\.folder\.write\]\n$/)]);
    }
  });

  it('counts one thing without an s', async () => {
    await write('one', '1 1 1 1\n0 10\n0 0 0 0 0 0 0\n7 3 0 2 4 1 1 1\n');
    expect(await milepost('solve', 'one', '--iterations', '1')).toBe(0);
    expect(err).toBe('Format cordeau (judged by its content): 1 customer, 1 day, 1 vehicle day\n');
    expect(out).toMatch(/Cost 6, 1 route\n[^]*\n1 iteration, /);
  });

  it.each(['--seconds=0', '--seconds=x', '--iterations=1.5', '--seed=0', '--format=excel', '--best-known='])(
    'does not take %s',
    async (option) => {
      expect(await milepost('solve', 'small', option)).toBe(2);
      expect(err).toContain('[cli.usage]');
    },
  );
});

describe('milepost routes solve on a visit problem', () => {
  /** One Monday: from home 10 minutes to a, 20 on to b, 30 back; a and b take half an hour each. */
  const problem = (customers: object[] = []) =>
    JSON.stringify({
      ...{ format: 'milepost.visit-problem/1', id: 'monday', horizon: { from: '2026-03-02', until: '2026-03-03' } },
      calendar: { calendarVersion: 1, id: 'c', zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, weekRule: 'thursday', base: 'CN' },
      travel: { kind: 'matrix', ids: ['li', 'a', 'b'], minutes: [[0, 10, 30], [10, 0, 20], [30, 20, 0]] },
      representatives: [{ id: 'li', name: '李雷', home: { travelId: 'li' }, hours: [{ weekdays: [1], from: '09:00', until: '17:00' }] }],
      customers: [{ id: 'a', name: '甲', serviceMinutes: 30, place: { travelId: 'a' }, promised: [{ date: '2026-03-02', from: '10:00', until: '10:01' }] }, { id: 'b', name: '乙', serviceMinutes: 30, place: { travelId: 'b' } }, ...customers],
      weights: { balance: 0 },
    }); // prettier-ignore

  it('prints the days, what is not served and why, and what it costs', async () => {
    await write('month.json', problem());
    expect(await milepost('solve', 'month.json', '--iterations', '50', '--out', 'plan.json', '--json')).toBe(0);
    expect(json()).toMatchObject({
      ok: true,
      instance: 'monday',
      format: 'json',
      complete: true,
      cost: 60,
      costParts: { travel: 60 },
    });
    const [day] = json()['routes'] as { visits: { customer: string }[] }[];
    expect(day).toMatchObject({ representative: 'li', date: '2026-03-02', travelMinutes: 60 });
    expect(JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8'))).toMatchObject({ format: 'milepost.visit-plan/1' });

    await write('more.json', problem([{ id: 'c', name: '丙', serviceMinutes: 30 }]));
    expect(await milepost('solve', 'more.json', '--iterations', '50', '--lang', 'zh')).toBe(0);
    expect(err).toContain('格式 json（按内容判断）：1 名代表，3 家客户，2026-03-02 至 2026-03-03（不含）\n');
    expect(out).toMatch(/2026-03-02 李雷 \d\d:\d\d → .*10:00 甲.* → \d\d:\d\d \(路上 60 分钟\)/);
    expect(out).toContain('未安排：丙（缺 1 次）：没有位置');
    expect(out).toContain('成本 60（失约 0，');
  });

  it('names the place of what is wrong, and refuses an objective of its own', async () => {
    await write('month.json', problem([{ id: 'c', name: '丙', serviceMinutes: -1 }]));
    expect(await milepost('solve', 'month.json', '--json')).toBe(1);
    expect(json()).toMatchObject({ ok: false, file: 'month.json', path: 'customers.2.serviceMinutes' });
    await write('month.json', problem());
    expect(await milepost('solve', 'month.json', '--objective', 'vehicles-first')).toBe(1);
    expect(err).toContain('[routes.objective]');
    expect(await milepost('solve', 'month.json', '--best-known', '60')).toBe(1);
    expect(err).toContain('[routes.bestKnown]');
  });
});

describe('milepost routes check', () => {
  beforeEach(async () => {
    await write('small', periodic);
    expect(await milepost('solve', 'small', '--iterations', '50', '--out', 'plan.json')).toBe(0);
  });

  it('ends with 0 for a plan that holds', async () => {
    expect(await milepost('check', 'small', 'plan.json', '--lang', 'zh')).toBe(0);
    expect(out).toBe('核对通过：2 个客户的 3 次访问，2 条路线，成本 18（双精度距离）\n');
    expect(await milepost('check', 'small', 'plan.json', '--json')).toBe(0);
    expect(json()).toMatchObject({ ok: true, broken: [], cost: 18, visits: 3 });
  });

  it('ends with 1 for one that does not, and names day, vehicle and customer', async () => {
    const text = await readFile(join(folder, 'plan.json'), 'utf8');
    await write('bad.json', text.replace('"client":"9"', '"client":"8"').replace('"client": "9"', '"client": "8"'));
    expect(await milepost('check', 'small', 'bad.json', '--lang', 'zh')).toBe(1);
    expect(err).toMatch(/客户 9：访问日为 –，不是允许的组合；允许：1 \| 2 \[client\.days\]|允许：2 \| 1/);
    expect(err).toContain('[routes.broken]');
    expect(await milepost('check', 'small', 'bad.json', '--json')).toBe(1);
    const found = (json()['broken'] as { code: string; client: string | null }[]).map(({ code, client }) => `${code} ${client}`);
    expect(found).toEqual(expect.arrayContaining(['client.unknown 8', 'client.days 9', 'plan.cost null']));
  });

  it('says that plan and instance are of different kinds', async () => {
    await write('month.json', '{"format":"milepost.visit-problem/1"}');
    expect(await milepost('check', 'month.json', 'plan.json')).toBe(2);
    expect(err).toContain('plan.json: The plan (milepost.routes/1) is of another kind than the instance');
    await write('visits.json', '{"format":"milepost.visit-plan/1"}');
    expect(await milepost('check', 'small', 'visits.json', '--lang', 'zh')).toBe(2);
    expect(err).toContain('visits.json：方案（milepost.visit-plan/1）与算例不是同一类');
  });

  it('ends with 2 for what it cannot read, naming the file', async () => {
    expect(await milepost('check', 'small', 'small')).toBe(2);
    expect(err).toContain('small: The plan is no valid JSON');
    await write('cut', periodic.slice(0, 30));
    expect(await milepost('check', 'cut', 'plan.json')).toBe(2);
    expect(err).toMatch(/^cut: /);
    expect(await milepost('check', 'nowhere', 'plan.json', '--json')).toBe(2);
    expect(json()).toMatchObject({ ok: false, code: 'routes.file.unreadable' });
  });
});

describe('milepost routes bench', () => {
  beforeEach(async () => {
    await mkdir(join(folder, 'all/periodic'), { recursive: true });
    await write('all/periodic/p1', periodic);
    await write('all/periodic/best-known.csv', 'instance,customers,best_known\np1,2,16\n');
    await write('all/T1.2.txt', twoLoads);
  });

  it('solves every instance below a folder and compares with what is known', async () => {
    expect(await milepost('bench', 'all', '--iterations', '50', '--seeds', '1,2', '--json')).toBe(0);
    const { rows, summary } = json() as { rows: { instance: string }[]; summary: object };
    expect(rows.map(({ instance }) => instance)).toEqual(['periodic/p1', 'periodic/p1', 'T1.2.txt', 'T1.2.txt']);
    expect(rows[0]).toMatchObject({ cost: 18, bestKnown: 16, gapPercent: 12.5, feasible: true, broken: 0 });
    expect(rows[2]).toMatchObject({ bestKnown: null, gapPercent: null, distances: 'truncated' });
    expect(summary).toMatchObject({ runs: 4, feasible: 4, broken: 0, meanGapPercent: 12.5, worst: 'periodic/p1' });
  });

  it('finds values under the name without endings, and those for vehicles first', async () => {
    await write('all/best-known.csv', 'instance,vehicles_first_vehicles,vehicles_first_distance,best_distance\nT1,2,16,15\n');
    expect(await milepost('bench', 'all', '--iterations', '50', '--only', 'T1', '--json')).toBe(0);
    expect((json()['rows'] as object[])[0]).toMatchObject({ bestKnown: 15, bestVehicles: null });
    expect(await milepost('bench', 'all', '--iterations', '50', '--only', 'T1', '--objective', 'vehicles-first')).toBe(0);
    expect(out).toMatch(/T1\.2\.txt +1 +2 \/ 16 +2 \/ 16 +0\.00 %/);
    expect(out).toContain('Mean gap 0.00 %, worst 0.00 % (T1.2.txt)');
    await write('all/best-known.csv', 'instance,vehicles_first_vehicles,vehicles_first_distance\nT1,1,16\n');
    expect(await milepost('bench', 'all', '--iterations', '50', '--only', 'T1', '--objective', 'vehicles-first')).toBe(0);
    expect(out).toMatch(/T1\.2\.txt +1 +1 \/ 16 +2 \/ 16 +\+1 vehicles/);
  });

  it('skips files that are no instance, and names them', async () => {
    await write('all/README', 'Fetched on Monday.\n');
    await write('all/month', '{"format":"milepost.visit-problem/1"}');
    expect(await milepost('bench', 'all', '--iterations', '50', '--lang', 'zh')).toBe(0);
    expect(err).toContain('提示 已跳过 README：不是公开算例\n');
    expect(await milepost('bench', 'all', '--iterations', '50', '--json')).toBe(0);
    expect(json()).toMatchObject({ skipped: ['month', 'README'], summary: { runs: 2 } });
  });

  it('says that there is nothing to solve, or no folder', async () => {
    expect(await milepost('bench', 'all', '--only', 'x')).toBe(1);
    expect(err).toContain('[routes.bench.empty]');
    expect(await milepost('bench', 'nowhere')).toBe(1);
    expect(err).toContain('[cli.folder]');
  });

  it('prints what is done when it is stopped', async () => {
    setTimeout(() => cancel.abort(), 20);
    expect(await milepost('bench', 'all', '--seconds', '60', '--json')).toBe(130);
    expect((json()['rows'] as object[]).length).toBe(1);
    expect(json()).toMatchObject({ ok: false, code: 'routes.stopped' });
  });
});

it('takes mean and worst over rows with a gap alone', () => {
  const row = (gapPercent: number | null, firstFeasibleSeconds: number | null) =>
    ({ instance: `i${gapPercent}`, gapPercent, firstFeasibleSeconds, broken: 1, feasible: gapPercent !== null }) as never;
  expect(summaryOf([row(1, 0.5), row(3, 0.25), row(null, 1)])).toMatchObject({
    ...{ runs: 3, feasible: 2, broken: 3, meanGapPercent: 2, worstGapPercent: 3, worst: 'i3', slowestFirstFeasibleSeconds: 1 },
  });
  expect(summaryOf([row(1, 0.5), row(null, null)]).slowestFirstFeasibleSeconds).toBeNull();
  expect([gapWords(0.004), gapWords(-0.004), gapWords(1.236), gapWords(-2)]).toEqual(['0.00 %', '0.00 %', '+1.24 %', '-2.00 %']);
});
