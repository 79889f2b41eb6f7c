import { ApiError } from '@milepost/sdk';
import type { SessionInfo } from '@milepost/sdk';
import { createTestHost, mountElement, testSession } from '@milepost/sdk/testing';
import type { TestHostOptions } from '@milepost/sdk/testing';
import { expect, expectAccessible } from '@milepost/testing/browser';
import { provideElements } from '@milepost/sdk';
import { applyTokens, ensureElements } from '@milepost/ui';
import en from '../../../locales/en.json' with { type: 'json' };
import zh from '../../../locales/zh-CN.json' with { type: 'json' };
import type { AllocationValue } from '../../domain/types.ts';
import { allAllocations, allocation, amyNode, bobNode, company, planRecord } from '../fixture-company.ts';
import { PlanPage } from './plan-page.ts';

const messages = { 'zh-CN': zh, en };
const as = (role: SessionInfo['user']['role'], personId: string, unitId: string | null): SessionInfo => ({
  ...testSession,
  user: { ...testSession.user, role, personId, unitId, id: `u-${personId}`, name: personId },
});
const ops = as('ops', 'p-ops', null);

async function open(options: TestHostOptions = {}) {
  const test = createTestHost({
    pluginId: 'target-decomposition',
    messages,
    session: ops,
    scope: { unitId: null, period: '2026-03' },
    crm: company,
    data: { plans: [planRecord()], allocations: allAllocations },
    ...options,
  });
  const mounted = await mountElement(PlanPage, test.host, { place: 'plan' });
  const root = mounted.element.shadowRoot as ShadowRoot;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn++) await mounted.settled();
  };
  await settle();
  const edit = async (rowId: string, columnKey: string, value: number | null): Promise<void> => {
    root.querySelector('mp-tree-grid')?.dispatchEvent(new CustomEvent('cell-edit', { detail: { rowId, columnKey, value } }));
    await settle();
  };
  const stored = (node: string): AllocationValue =>
    test
      .collection('allocations')
      .all()
      .find((record) => record.id === `p1.${node}`)?.value as AllocationValue;
  const shown = (node: string, period: string): unknown =>
    (root.querySelector('mp-tree-grid')?.rows ?? []).find((row) => row.id === node)?.values[period];
  return { ...test, ...mounted, root, settle, edit, stored, shown };
}

/** Once the panel and dialogs have come in. The portal puts the page inside `main`, where a `header` is no banner. */
async function accessible(element: Element): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 250));
  await expectAccessible(element);
}

describe('plan-page', () => {
  before(async () => {
    applyTokens(document);
    provideElements(ensureElements);
    // What the page loads on first use is there already: the tests wait for rendering, not for files.
    await Promise.all([import('../../controllers/changing.ts'), import('./render-explanation.ts')]);
  });

  it('says in one sentence where the month stands, and shows every level', async () => {
    const { root, shown, element } = await open();
    // March 2026: 1,200.00 元, 600.00 reached; 8 of 22 working days before the 12th.
    expect(root.querySelector('mp-page')?.summary).to.contain('本月完成 50.0%，按工作日应为 36.4%');
    expect(shown('co', '2026')).to.equal(1_440_000);
    expect(shown(amyNode, '2026-Q1')).to.equal(216_000);
    expect(root.textContent).to.contain('逐级核对：');
    await accessible(element);
  });

  it('opens a figure to what it is made of', async () => {
    const { root, settle, element } = await open();
    const figure = [...root.querySelectorAll('mp-figure')].find((item) => item.label.includes('达成率'));
    figure?.dispatchEvent(new CustomEvent('mp-open'));
    await settle();
    expect(root.querySelector('mp-panel')?.textContent).to.contain('600.00');
    await accessible(element);
  });

  it('enters a single month at once; the levels above follow', async () => {
    const { edit, shown, element } = await open();
    await edit(amyNode, '2026-03', 82_000);
    expect([shown('team-1', '2026-03'), shown('co', '2026')]).to.deep.equal([130_000, 1_450_000]);
    expect(element.dirty).to.equal(true);
  });

  it('previews an edit above the leaves before it is kept, and spreads it in proportion', async () => {
    const { edit, shown, root, settle, element } = await open();
    await edit('east', '2026-03', 100_000);
    expect(shown('east', '2026-03')).to.equal(120_000);
    const dialog = root.querySelector('mp-dialog');
    expect(dialog?.textContent).to.contain('2 个是个人的月份');
    await accessible(element);
    dialog?.querySelector<HTMLElement>('mp-button[variant=primary]')?.click();
    await settle();
    expect([shown(amyNode, '2026-03'), shown(bobNode, '2026-03')]).to.deep.equal([60_000, 40_000]);
  });

  it('gives the focus to the change that was typed, warns of a jump, and goes back to the grid', async () => {
    const { edit, shown, root, settle } = await open();
    await edit('east', '2026-03', 600_000);
    await settle();
    const dialog = root.querySelector('mp-dialog');
    expect(root.activeElement).to.equal(dialog?.querySelector('mp-button[variant=primary]'));
    // 1,200.00 to 6,000.00: five times, and far more than half of the company's 1,200.00.
    expect(dialog?.querySelector('[role=alert]')?.textContent).to.contain('5.0 倍').and.to.contain('公司 3月');
    const first = [...(dialog?.querySelectorAll('tbody tr') ?? [])].slice(0, 2).map((row) => row.children[0]?.textContent);
    expect(first).to.deep.equal(['公司 全年', '华东 3月']);
    (root.activeElement as HTMLElement).click();
    await settle();
    expect(root.activeElement).to.equal(root.querySelector('mp-tree-grid'));
    (document.activeElement as HTMLElement).blur();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyZ', ctrlKey: true, bubbles: true }));
    await settle();
    expect(shown('east', '2026-03')).to.equal(120_000);
  });

  it('undoes and redoes from the keyboard', async () => {
    const { edit, shown, root, settle } = await open();
    await edit(amyNode, '2026-03', 0);
    const press = async (code: string): Promise<void> => {
      root
        .querySelector('mp-tree-grid')
        ?.dispatchEvent(new KeyboardEvent('keydown', { code, ctrlKey: true, bubbles: true, composed: true }));
      await settle();
    };
    await press('KeyZ');
    expect(shown(amyNode, '2026-03')).to.equal(72_000);
    await press('KeyY');
    expect(shown(amyNode, '2026-03')).to.equal(0);
  });

  it('tells null from zero', async () => {
    const { edit, shown } = await open();
    await edit(amyNode, '2026-03', null);
    await edit(bobNode, '2026-03', 0);
    expect([shown(amyNode, '2026-03'), shown(bobNode, '2026-03')]).to.deep.equal([null, 0]);
  });

  it('lets a held parent make the sibling give way, and names the cells that stand against an edit', async () => {
    const { edit, shown, root, settle, element } = await open();
    element.toggleHold({ node: 'team-1', period: '2026-03' });
    await edit(amyNode, '2026-03', 100_000);
    expect(shown(bobNode, '2026-03')).to.equal(20_000);
    element.toggleHold({ node: bobNode, period: '2026-03' });
    await edit(amyNode, '2026-03', 110_000);
    await settle();
    expect(shown(amyNode, '2026-03')).to.equal(100_000);
    expect(root.querySelector('[role=alert]')?.textContent).to.contain('鲍勃');
  });

  it('explains a cell', async () => {
    const { edit, root, settle, element } = await open();
    await edit(amyNode, '2026-03', 80_000);
    element.cell = { node: amyNode, period: '2026-03' };
    element.panel = 'cell';
    await settle();
    expect(root.querySelector('mp-panel')?.textContent).to.contain('未保存');
    expect(root.querySelector('mp-panel')?.textContent).to.contain('您');
    await accessible(element);
  });

  it('saves only what changed, with its explanation', async () => {
    const { edit, stored, element, collection } = await open();
    await edit(amyNode, '2026-03', 82_000);
    await element.save();
    expect(stored('co').months['2026-03']).to.equal(130_000);
    expect(stored(amyNode).edits.map(({ action, by }) => [action, by])).to.deep.equal([['set', 'p-ops']]);
    expect(
      collection('allocations')
        .all()
        .find((record) => record.id === `p1.${bobNode}`)?.revision,
    ).to.equal(1);
    expect(element.dirty).to.equal(false);
  });

  it('keeps every edit when saving fails, and offers to save again', async () => {
    const { edit, element, root, settle, failNext, stored } = await open();
    await edit(amyNode, '2026-03', 82_000);
    failNext('data.batch', new ApiError({ status: 0, code: 'network.unreachable', message: '网络不可用' }));
    await element.save();
    await settle();
    expect(root.querySelector('[role=alert]')?.textContent).to.contain('您的改动都还在');
    expect(element.dirty).to.equal(true);
    await element.save();
    expect(stored(amyNode).months['2026-03']).to.equal(82_000);
  });

  it('brings unsaved edits back after a reload, and says so', async () => {
    const first = await open();
    await first.edit(amyNode, '2026-03', 82_000);
    const { shown, root } = await open({ drafts: Object.fromEntries(first.drafts) });
    expect(shown(amyNode, '2026-03')).to.equal(82_000);
    expect(root.textContent).to.contain('已恢复上次未保存的 1 处改动');
  });

  const sizes = (amy: number, bob: number): readonly [string, number][] => [
    [amyNode, amy],
    [bobNode, bob],
    ['team-1', amy + bob],
    ['east', amy + bob],
    ['co', amy + bob],
  ];
  const savedByOther = (test: Awaited<ReturnType<typeof open>>, amy: number, bob: number): void => {
    for (const [node, amount] of sizes(amy, bob)) {
      const value = test.stored(node);
      test.collection('allocations').writeByOther(`p1.${node}`, { ...value, months: { ...value.months, '2026-03': amount } });
    }
  };

  it('merges by itself when two people changed different cells', async () => {
    const test = await open();
    await test.edit(amyNode, '2026-03', 82_000);
    savedByOther(test, 72_000, 50_000);
    await test.element.save();
    expect([test.stored(amyNode), test.stored(bobNode), test.stored('co')].map((value) => value.months['2026-03'])).to.deep.equal(
      [82_000, 50_000, 132_000],
    );
    expect(test.notices.some((notice) => notice.text.includes('已自动合并'))).to.equal(true);
  });

  it('asks when two people changed the same cell, and keeps the choice and the reason given before', async () => {
    const test = await open({ data: { plans: [planRecord('published')], allocations: allAllocations } });
    await test.edit(amyNode, '2026-03', 82_000);
    savedByOther(test, 75_000, 48_000);
    await test.element.handleAsked({ kind: 'reason', text: '新增两家连锁' });
    await test.settle();
    const dialog = test.root.querySelector('mp-dialog');
    expect(dialog?.textContent).to.contain('750.00');
    await accessible(test.element);
    const group = dialog?.querySelector('mp-radio-group');
    if (group) group.value = 'mine';
    group?.dispatchEvent(new Event('change'));
    await test.settle();
    dialog?.querySelector<HTMLElement>('mp-button[variant=primary]')?.click();
    await test.settle();
    expect([test.stored(amyNode), test.stored('co')].map((value) => value.months['2026-03'])).to.deep.equal([82_000, 130_000]);
    expect(test.stored(amyNode).edits.at(-1)?.reason).to.equal('新增两家连锁');
  });

  it('asks once for the cell that was typed when both changed everything below it', async () => {
    const test = await open();
    await test.edit('east', '2026-03', 60_000);
    await test.settle();
    test.root.querySelector<HTMLElement>('mp-dialog mp-button[variant=primary]')?.click();
    await test.settle();
    savedByOther(test, 75_000, 50_000);
    await test.element.save();
    await test.settle();
    const dialog = test.root.querySelector('mp-dialog');
    expect(dialog?.querySelector('mp-radio-group')?.label).to.equal('华东 3月');
    expect(dialog?.querySelector('tbody tr')?.textContent).to.contain('600.00').and.to.contain('1,250.00');
    expect(dialog?.textContent).to.not.contain('0 人的数字');
    await accessible(test.element);
    [...(dialog?.querySelectorAll('mp-button') ?? [])].find((button) => button.textContent === '全部用我的')?.click();
    await test.settle();
    dialog?.querySelector<HTMLElement>('mp-button[variant=primary]')?.click();
    await test.settle();
    expect(test.stored('east').months['2026-03']).to.equal(60_000);
  });

  it('holds a manager’s own total: what one gets the others give', async () => {
    const branch = allAllocations.slice(2);
    const { edit, shown, root } = await open({
      session: as('manager', 'p-manager', 'team-1'),
      data: { plans: [planRecord('published')], allocations: branch },
    });
    await edit(amyNode, '2026-03', 80_000);
    expect([shown(bobNode, '2026-03'), shown('team-1', '2026-03')]).to.deep.equal([40_000, 120_000]);
    expect(root.querySelector('mp-tree-grid')?.rows.find((row) => row.id === 'team-1')?.editable).to.equal(false);
  });

  it('measures a manager by the own unit, also when somebody who moved away is in view', async () => {
    const moved = allocation('team-2~p-amy', 'team-2', '艾米', 500_000);
    const { root, settle } = await open({
      session: as('manager', 'p-manager', 'team-1'),
      data: { plans: [planRecord('published')], allocations: [...allAllocations.slice(2), moved] },
    });
    await settle();
    // 600.00 of the unit's 1,200.00; the other team's target is no part of it.
    expect(root.querySelector('mp-page')?.summary).to.contain('上海团队本月完成 50.0%');
    expect((root.querySelector('mp-tree-grid')?.rows ?? []).map((row) => row.id)).to.not.include('team-2~p-amy');
  });

  it('shows a representative their months, read only', async () => {
    const { root, element } = await open({
      session: as('rep', 'p-amy', 'team-1'),
      data: { plans: [planRecord('published')], allocations: [allocation(amyNode, 'team-1', '艾米', 72_000)] },
    });
    expect(root.querySelectorAll('table.months tbody tr')).to.have.length(12);
    expect(root.querySelector('mp-tree-grid')).to.equal(null);
    await accessible(element);
  });

  it('tells who joined after the plan was made, and takes them in without a number', async () => {
    const crm = {
      ...company,
      people: [...(company.people ?? []), { id: 'p-eve', name: '伊芙', role: 'rep' as const }],
      memberships: [
        ...(company.memberships ?? []),
        { id: 'm3', personId: 'p-eve', unitId: 'team-1', primary: true, validFrom: '2026-02-01', validTo: null },
      ],
    };
    const { root, settle, shown, stored } = await open({
      crm,
      data: { plans: [planRecord('published')], allocations: allAllocations },
    });
    expect(root.textContent).to.contain('伊芙（上海团队）');
    root.querySelector<HTMLElement>('details mp-button')?.click();
    await settle();
    expect([shown('team-1~p-eve', '2026-03'), shown('team-1', '2026-03')]).to.deep.equal([null, 120_000]);
    expect(stored('team-1~p-eve').from).to.equal('2026-02');
  });

  it('guides operations through the first decomposition and saves it', async () => {
    const test = await open({ data: {} });
    const { root, settle, element } = test;
    expect(root.querySelector('mp-radio-group')?.label).to.equal('怎样分到月份');
    await accessible(element);
    const total = root.querySelector('mp-number');
    if (total) total.value = 12_000_001;
    total?.dispatchEvent(new Event('change'));
    await settle();
    root.querySelector<HTMLElement>('.setup .bar mp-button')?.click();
    await settle();
    expect(root.textContent).to.contain('预览：还没有保存');
    expect(root.textContent).to.contain('1 人没有去年业绩');
    await accessible(element);
    root.querySelector<HTMLElement>('.setup mp-button[icon=save]')?.click();
    await settle();
    await settle();
    const saved = test
      .collection('allocations')
      .all()
      .map((record) => record.value as AllocationValue);
    expect(saved).to.have.length(5);
    const sum = Object.values(saved.find((value) => value.nodeId === 'co')?.months ?? {}).reduce<number>(
      (all, value) => all + (value ?? 0),
      0,
    );
    expect(sum).to.equal(12_000_001);
  });

  it('says what to expect when nothing is published', async () => {
    const { root, element } = await open({ session: as('rep', 'p-amy', 'team-1'), data: { plans: [planRecord()] } });
    expect(root.querySelector('mp-page')?.state).to.equal('empty');
    await accessible(element);
  });

  it('says what failed and tries again', async () => {
    const test = createTestHost({
      messages,
      session: ops,
      scope: { unitId: null, period: '2026' },
      crm: company,
      data: { plans: [planRecord()], allocations: allAllocations },
    });
    test.failNext('crm.aggregate', new ApiError({ status: 503, code: 'gateway.unavailable', message: '服务暂不可用' }));
    const { element, settled } = await mountElement(PlanPage, test.host);
    await settled();
    const page = element.shadowRoot?.querySelector('mp-page');
    expect(page?.state).to.equal('error');
    page?.dispatchEvent(new CustomEvent('mp-retry'));
    for (let turn = 0; turn < 4; turn++) await settled();
    expect(element.shadowRoot?.querySelector('mp-page')?.state).to.equal('ready');
  });

  it('leaves nothing behind', async () => {
    const test = createTestHost({
      messages,
      session: ops,
      scope: { unitId: null, period: '2026' },
      crm: company,
      data: { plans: [planRecord()], allocations: allAllocations },
    });
    const { settled, unmount } = await mountElement(PlanPage, test.host);
    await settled();
    unmount();
    expect(test.listeners).to.equal(0);
  });

  it('speaks English', async () => {
    const { root } = await open({ locale: 'en' });
    expect(root.querySelector('mp-page')?.summary).to.contain('where working days say 36.4%');
  });
});
