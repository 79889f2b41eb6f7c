/// <reference types="mocha" />
import { applyTokens, ensureElements } from '@milepost/ui';
import { ApiError, provideElements } from '@milepost/sdk';
import { mountElement, testSession } from '@milepost/sdk/testing';
import { expect, expectAccessible } from '@milepost/testing/browser';
import { weekHost } from '../testing/week.ts';
import { AccountWidget } from './account-widget/account-widget.ts';
import { TeamWidget } from './team-widget/team-widget.ts';
import { TodayWidget } from './today-widget/today-widget.ts';

provideElements((tags) => ensureElements([...tags]));
applyTokens(document, 'light');

const later = (ms = 30): Promise<unknown> => new Promise((done) => setTimeout(done, ms));
const stateOf = (element: HTMLElement): string =>
  (element.shadowRoot?.querySelector('mp-card') as unknown as { state: string }).state;

describe('today widget', () => {
  it('names the next visit with time, purpose and address, and goes to it', async () => {
    const test = weekHost({ placement: 'slot' });
    const { element, settled } = await mountElement(TodayWidget, test.host);
    await later();
    await settled();
    expect(element.shadowRoot?.textContent).to.contain('09:30').and.to.contain('收款').and.to.contain('沪闵路1号');
    element.shadowRoot?.querySelector<HTMLElement>('mp-button[variant="primary"]:not([slot])')?.click();
    expect(test.destinations.at(-1)).to.deep.equal({ page: 'visit-planning/week', params: { visit: 'v1' } });
    await expectAccessible(element);
  });

  it('offers planning when the day is empty, and retries a failure', async () => {
    const empty = await mountElement(TodayWidget, weekHost({ data: {} }).host);
    await later();
    expect(stateOf(empty.element)).to.equal('empty');
    const test = weekHost();
    test.failNext('data.listAll', new ApiError({ status: 503, code: 'database.down', message: '数据库' }));
    const failed = await mountElement(TodayWidget, test.host);
    await later();
    expect(stateOf(failed.element)).to.equal('error');
    failed.element.shadowRoot?.querySelector('mp-card')?.dispatchEvent(new CustomEvent('mp-retry'));
    await later();
    expect(stateOf(failed.element)).to.equal('ready');
    failed.unmount();
    expect(test.listeners).to.equal(0);
  });
});

describe('team widget', () => {
  it('shows execution by representative and opens a board', async () => {
    const test = weekHost({ session: testSession });
    const { element, settled } = await mountElement(TeamWidget, test.host);
    await later();
    await settled();
    expect(element.shadowRoot?.textContent).to.contain('计划 1 次，完成 0 次');
    element.shadowRoot?.querySelector<HTMLElement>('.person')?.click();
    expect(test.destinations.at(-1)).to.deep.equal({ page: 'visit-planning/week', params: { rep: 'amy' } });
    await expectAccessible(element);
  });
});

describe('account widget', () => {
  it('says where the account stands, what comes next and what came of the last visit', async () => {
    const test = weekHost({ placement: 'slot' });
    const { element, settled } = await mountElement(AccountWidget, test.host, { accountId: 'a1' });
    await later();
    await settled();
    expect(element.shadowRoot?.textContent).to.contain('超期 13 天').and.to.contain('3月12日').and.to.contain('对账');
    element.shadowRoot?.querySelector<HTMLElement>('mp-button')?.click();
    // Today's visit is planned already: it is gone to.
    expect(element.shadowRoot?.textContent).to.contain('去今天的拜访').and.to.not.contain('排入计划');
    expect(test.destinations.at(-1)).to.deep.equal({ page: 'visit-planning/week', params: { visit: 'v1' } });
    await expectAccessible(element);
  });

  it('offers planning where nothing is planned for today', async () => {
    const test = weekHost({ placement: 'slot', data: {} });
    const { element, settled } = await mountElement(AccountWidget, test.host, { accountId: 'a1' });
    await later();
    await settled();
    element.shadowRoot?.querySelector<HTMLElement>('mp-button')?.click();
    expect(test.destinations.at(-1)).to.deep.equal({ page: 'visit-planning/week', params: { plan: 'a1' } });
  });

  it('says so when there is no such account', async () => {
    const { element } = await mountElement(AccountWidget, weekHost().host, { accountId: 'nobody' });
    await later();
    expect(stateOf(element)).to.equal('empty');
  });
});
