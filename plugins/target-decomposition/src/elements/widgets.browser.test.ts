import { ApiError, provideElements } from '@milepost/sdk';
import { createTestHost, mountElement, testSession } from '@milepost/sdk/testing';
import type { TestHostOptions } from '@milepost/sdk/testing';
import { expect, expectAccessible } from '@milepost/testing/browser';
import { applyTokens, ensureElements } from '@milepost/ui';
import en from '../../locales/en.json' with { type: 'json' };
import zh from '../../locales/zh-CN.json' with { type: 'json' };
import { AccountWidget } from './account-widget/account-widget.ts';
import { allAllocations, company, planRecord } from './fixture-company.ts';
import { PaceWidget } from './pace-widget/pace-widget.ts';

const options: TestHostOptions = {
  pluginId: 'target-decomposition',
  messages: { 'zh-CN': zh, en },
  scope: { unitId: null, period: '2026-03' },
  crm: company,
  data: { plans: [planRecord('published')], allocations: allAllocations },
};

/** The portal puts widgets inside `main`, where a card's `header` is no banner. */
function accessible(element: Element): Promise<void> {
  return expectAccessible(element);
}

before(() => {
  applyTokens(document);
  provideElements(ensureElements);
});

describe('pace-widget', () => {
  it('shows attainment against the working days for the branch, and leads to the plan', async () => {
    const test = createTestHost(options);
    const { element, settled } = await mountElement(PaceWidget, test.host);
    await settled();
    const root = element.shadowRoot as ShadowRoot;
    expect(root.querySelector('.big')?.textContent).to.equal('50.0%');
    expect(root.textContent).to.contain('按工作日应为 36.4%');
    // 600.00 元 missing on 14 days: 42.86 each.
    expect(root.textContent).to.contain('42.86');
    root.querySelector('mp-button')?.click();
    expect(test.destinations).to.deep.equal([{ page: 'targets' }]);
    await accessible(element);
  });

  it('shows a representative their own target', async () => {
    const session = { ...testSession, user: { ...testSession.user, role: 'rep' as const, personId: 'p-amy', unitId: 'team-1' } };
    const { element, settled } = await mountElement(PaceWidget, createTestHost({ ...options, session }).host);
    await settled();
    expect(element.shadowRoot?.querySelector('.big')?.textContent).to.equal('83.3%');
  });

  it('says when nothing is published, and when it failed', async () => {
    const empty = await mountElement(PaceWidget, createTestHost({ ...options, data: {} }).host);
    await empty.settled();
    expect(empty.element.shadowRoot?.querySelector('mp-card')?.state).to.equal('empty');
    await accessible(empty.element);
    const test = createTestHost(options);
    test.failNext('data.listAll', new ApiError({ status: 503, code: 'gateway.unavailable', message: '服务暂不可用' }));
    const failed = await mountElement(PaceWidget, test.host);
    await failed.settled();
    expect(failed.element.shadowRoot?.querySelector('mp-card')?.state).to.equal('error');
  });

  it('leaves no listener behind', async () => {
    const test = createTestHost(options);
    const { unmount } = await mountElement(PaceWidget, test.host);
    unmount();
    expect(test.listeners).to.equal(0);
  });
});

describe('account-widget', () => {
  it('compares the account with last year and shows its share in the owner’s target', async () => {
    const test = createTestHost(options);
    const { element, settled } = await mountElement(AccountWidget, test.host, { accountId: 'a1' });
    await settled();
    const figures = [...(element.shadowRoot?.querySelectorAll('mp-figure') ?? [])];
    expect(figures[0]?.value).to.contain('600.00');
    // 600 of amy's 12 × 720 元.
    expect(figures[1]?.value).to.equal('6.9%');
    await accessible(element);
  });

  it('says honestly that there is no plan', async () => {
    const { element, settled } = await mountElement(AccountWidget, createTestHost({ ...options, data: {} }).host, {
      accountId: 'a1',
    });
    await settled();
    expect(element.shadowRoot?.textContent).to.contain('还没有已发布的年度目标');
    await accessible(element);
  });

  it('says what it is for when there are no orders', async () => {
    const { element, settled } = await mountElement(
      AccountWidget,
      createTestHost({ ...options, crm: { ...company, orders: [] } }).host,
      { accountId: 'a1' },
    );
    await settled();
    expect(element.shadowRoot?.querySelector('mp-card')?.state).to.equal('empty');
  });
});
