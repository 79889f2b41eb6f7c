/// <reference types="mocha" />
import { expect, expectAccessible } from '@milepost/testing/browser';
import { ApiError, provideElements } from '@milepost/sdk';
import { mountElement } from '@milepost/sdk/testing';
import type { MountedElement } from '@milepost/sdk/testing';
import { applyTokens, ensureElements, setUiLocale } from '@milepost/ui';
import { fixtureHost } from '../testing/fixture-company.ts';
import { AccountWidget } from './account-widget/account-widget.ts';
import { MyScoreWidget } from './my-score-widget/my-score-widget.ts';
import { RankingWidget } from './ranking-widget/ranking-widget.ts';
import { ScorecardPage } from './scorecard-page/scorecard-page.ts';

before(() => {
  provideElements((tags) => ensureElements(tags));
  applyTokens(document);
  document.documentElement.lang = 'zh-CN';
});

type Mounted = MountedElement<
  InstanceType<typeof ScorecardPage | typeof MyScoreWidget | typeof RankingWidget | typeof AccountWidget>
>;

/** All text below an element, through shadow roots. */
function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLStyleElement) return '';
  const below = [...node.childNodes, ...(node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : [])];
  return below.map(textOf).join(' ').replace(/\s+/g, ' ');
}

/** Elements of a selector, through shadow roots. */
function all(node: Element | ShadowRoot, selector: string): HTMLElement[] {
  const here = [...node.querySelectorAll<HTMLElement>('*'), ...(node instanceof Element ? [node] : [])];
  return here.flatMap((element) => [
    ...(element.matches(selector) ? [element as HTMLElement] : []),
    ...(element.shadowRoot ? all(element.shadowRoot, selector) : []),
  ]);
}

async function until(mounted: Mounted, text: string | RegExp): Promise<string> {
  for (let turn = 0; turn < 80; turn += 1) {
    await mounted.settled();
    const now = textOf(mounted.element);
    if (typeof text === 'string' ? now.includes(text) : text.test(now)) return now;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Not shown: ${String(text)}\n${textOf(mounted.element).slice(0, 1500)}`);
}

describe('scorecard page', () => {
  it('ranks the team by pace while the month runs, leaves a score without target open, and leads down to the orders that make the numerator', async () => {
    const test = fixtureHost({ params: { person: 'p-li' } });
    const mounted = await mountElement(ScorecardPage, test.host);
    // To date: 36 sales + 20 receipts + 10 new + 10 × 0 overdue (all that is open) + 20 × 2/4 visits (75 %) = 76.
    // 8 of 22 working days are over: 45 of 18.18 万 is above the cap (48), 9.5 of 3.64 万 due as well (22).
    await until(mounted, '李雷 · 2026年3月');
    const text = await until(mounted, '到目前 76.0');
    expect(text)
      .to.contain('2 人中 1 人有得分')
      .and.to.contain('1 人没有目标')
      .and.to.contain('已过 8 / 22 个工作日')
      .and.to.contain('90.0');
    await until(mounted, '各组相加（按进度预计）');
    const item = all(mounted.element, 'button.item')[0];
    item?.focus();
    item?.click();
    const open = await until(mounted, '订单 2 张');
    expect(open)
      .to.contain('合计 450,000.00')
      .and.to.contain('300,000.00')
      .and.to.contain('150,000.00')
      .and.to.contain('万家超市')
      .and.to.contain('40 × 90.00% = 36');
    // On a narrow screen the panel rises; axe would measure its colours half-way.
    await Promise.all(
      all(mounted.element, 'dialog').flatMap((dialog) => dialog.getAnimations().map((animation) => animation.finished)),
    );
    // In the portal the page stands inside <main>, where headers are no banners; the test host's links begin with #.
    await expectAccessible(mounted.element, { disable: ['skip-link'] });
    mounted.unmount();
    expect(test.listeners).to.equal(0);
  });

  it('shows a representative only their own score, with what would help', async () => {
    const mounted = await mountElement(ScorecardPage, fixtureHost({ as: 'rep' }).host);
    const text = await until(mounted, '做什么最有用');
    expect(text).to.contain('本月冻结后显示').and.not.to.contain('韩梅');
    await expectAccessible(mounted.element);
  });

  it('says what failed and reads again on request', async () => {
    const test = fixtureHost();
    test.failNext('crm.aggregate', new ApiError({ status: 0, code: 'network.unreachable', message: 'offline' }));
    const mounted = await mountElement(ScorecardPage, test.host);
    await until(mounted, '连不上服务器');
    all(mounted.element, 'mp-page')[0]?.dispatchEvent(new CustomEvent('mp-retry'));
    await until(mounted, '上海团队 2026年3月');
  });

  it('asks for a month where the period is longer, and names a unit outside the branch', async () => {
    const year = await mountElement(ScorecardPage, fixtureHost({ scope: { unitId: 'team-1', period: '2026-Q1' } }).host);
    await until(year, '请选一个月');
    const outside = fixtureHost({ crm: { units: [] } });
    await until(await mountElement(ScorecardPage, outside.host), '不在您的范围内');
  });

  it('explains the card to everybody and lets operations publish a version only with weights of 100', async () => {
    const test = fixtureHost({ as: 'ops', params: { tab: 'rules' } });
    const mounted = await mountElement(ScorecardPage, test.host);
    await until(mounted, '逾期率');
    all(mounted.element, 'mp-button')
      .find((button) => button.textContent?.includes('编辑评分卡'))
      ?.click();
    await until(mounted, '权重合计 100%');
    const weight = all(mounted.element, 'mp-number')[0] as HTMLElement & { value: number };
    weight.value = 35;
    weight.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await until(mounted, '还差 5%');
    expect(mounted.element.dirty).to.equal(true);
    expect(test.drafts.has('card')).to.equal(true);
    const publish = (): HTMLElement | undefined =>
      all(mounted.element, 'mp-button').find((button) => button.textContent?.includes('发布新版本'));
    expect(publish()?.hasAttribute('disabled')).to.equal(true);
    await expectAccessible(mounted.element);
    all(mounted.element, 'mp-button')
      .find((button) => button.textContent?.includes('改为 25%'))
      ?.click();
    await until(mounted, '权重合计 100%');
    publish()?.click();
    await until(mounted, '版本记录');
    expect(
      test
        .collection('cards')
        .all()
        .map((record) => record.id),
    ).to.deep.equal(['representative-month@1.0.0', 'representative-month@1.1.0']);
    expect(test.drafts.has('card')).to.equal(false);
  });

  it('keeps typed targets through a conflict and lets the person choose', async () => {
    const test = fixtureHost({ params: { tab: 'targets' } });
    const mounted = await mountElement(ScorecardPage, test.host);
    await until(mounted, '手工设定：周运营');
    const field = all(mounted.element, 'mp-number').find((one) => one.getAttribute('label')?.includes('李雷')) as HTMLElement & {
      value: number;
    };
    field.value = 60_000_000;
    field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await until(mounted, '保存（1）');
    test.collection('targets').writeByOther('2026-03.p-li.sales-amount', {
      personId: 'p-li',
      period: '2026-03',
      indicatorId: 'sales-amount',
      value: 70_000_000,
      source: 'entered',
    });
    all(mounted.element, 'mp-button')
      .find((button) => button.textContent?.includes('保存'))
      ?.click();
    const text = await until(mounted, '别人改了');
    expect(text).to.contain('600,000.00').and.to.contain('700,000.00');
    await expectAccessible(mounted.element);
    all(mounted.element, 'mp-button')
      .find((button) => button.textContent?.includes('用我的'))
      ?.click();
    await until(mounted, '保存（0）');
    expect(test.collection('targets').all()[0]?.value).to.contain({ value: 60_000_000 });
  });

  it('shows each target with where it comes from; clearing one set by hand brings the plan back', async () => {
    const plan = { name: '2026年销售目标', period: '2026', status: 'published' };
    const node = (months: object) => ({ planId: 'plan-2026', kind: 'person', months });
    const test = fixtureHost({
      params: { tab: 'targets' },
      shared: {
        'target-decomposition/plans': [{ id: 'plan-2026', value: plan }],
        'target-decomposition/allocations': [
          { id: 'n1', value: node({ '2026-03': 48_000_000 }), ownerId: 'p-li' },
          { id: 'n2', value: node({ '2026-03': 30_000_000 }), ownerId: 'p-han' },
        ],
      },
    });
    const mounted = await mountElement(ScorecardPage, test.host);
    const text = await until(mounted, '手工设定：周运营');
    expect(text).to.contain('500,000.00').and.to.contain('300,000.00').and.to.contain('目标方案 2026年销售目标');
    const field = all(mounted.element, 'mp-number').find((one) => one.getAttribute('label')?.includes('李雷')) as HTMLElement & {
      value: number | null;
    };
    field.value = null;
    field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await until(mounted, '保存（1）');
    all(mounted.element, 'mp-button')
      .find((button) => button.textContent?.includes('保存'))
      ?.click();
    expect(await until(mounted, '480,000.00')).to.not.contain('手工设定：周运营');
    await expectAccessible(mounted.element);
  });

  it('shows the hash of a month that operations froze to a manager who may not read the run', async () => {
    const seal = {
      runId: 'run.2026-02.co',
      period: '2026-02',
      unitId: 'co',
      unitName: '清禾健康',
      cardId: 'representative-month',
      cardVersion: '1.0.0',
      frozenOn: '2026-03-02',
      people: 2,
      sha256: 'ab12'.repeat(16),
    };
    const base = fixtureHost({ params: { tab: 'runs' } });
    const held = base.collection('seals');
    held.writeByOther('run.2026-02.co', seal);
    const mounted = await mountElement(ScorecardPage, base.host);
    const text = await until(mounted, '由上级组织冻结');
    expect(text).to.contain('ab12'.repeat(16)).and.to.contain('2026年2月');
    await expectAccessible(mounted.element);
  });

  it('says a running month cannot be frozen yet', async () => {
    const mounted = await mountElement(ScorecardPage, fixtureHost({ params: { tab: 'runs' } }).host);
    await until(mounted, '还没有结束');
    await expectAccessible(mounted.element);
  });
});

describe('widgets', () => {
  it('show the representative’s month, the ranking and what an account adds', async () => {
    const mine = await mountElement(MyScoreWidget, fixtureHost({ as: 'rep' }).host);
    await until(mine, '销售额目标达成');
    await expectAccessible(mine.element);
    mine.unmount();
    const ranking = await mountElement(RankingWidget, fixtureHost().host);
    await until(ranking, '李雷');
    await expectAccessible(ranking.element);
    ranking.unmount();
    const account = await mountElement(AccountWidget, fixtureHost().host, { accountId: 'a2' });
    // 15 of 45 万.
    await until(account, '占其本月 33.3%');
    await expectAccessible(account.element);
    setUiLocale('zh-CN');
  });

  it('say that an account is not there', async () => {
    const account = await mountElement(AccountWidget, fixtureHost().host, { accountId: 'nobody' });
    await until(account, '没有这个客户');
  });
});
