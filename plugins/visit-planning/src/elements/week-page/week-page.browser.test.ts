/// <reference types="mocha" />
import { ensureElements, applyTokens } from '@milepost/ui';
import { ApiError, provideElements } from '@milepost/sdk';
import { mountElement, testSession } from '@milepost/sdk/testing';
import type { MountedElement } from '@milepost/sdk/testing';
import { expect, expectAccessible as check } from '@milepost/testing/browser';
import { complete, start } from '../../domain/transitions.ts';
import { defaultSettings } from '../../domain/settings.ts';
import { emptySummary } from '../../domain/summary.ts';
import type { Visit } from '../../domain/types.ts';
import { todaysVisit, weekHost } from '../../testing/week.ts';
import { WeekPage } from './week-page.ts';

provideElements((tags) => ensureElements([...tags]));
applyTokens(document, 'light');

/** A portal puts the page inside its `main`, where headers are no banners; a panel is judged once it has faded in. */
async function expectAccessible(element: Element): Promise<void> {
  await later(250);
  await check(element);
}

const inside = (page: MountedElement<WeekPage>, selector: string): HTMLElement => {
  const found = page.element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`No ${selector}`);
  return found;
};
const text = (page: MountedElement<WeekPage>): string => page.element.shadowRoot?.textContent ?? '';
const button = (page: MountedElement<WeekPage>, label: string): HTMLElement => {
  const found = [...(page.element.shadowRoot?.querySelectorAll<HTMLElement>('button, mp-button') ?? [])].find(
    (item) => item.textContent?.trim() === label,
  );
  if (!found) throw new Error(`No button ${label}`);
  return found;
};
const later = (ms = 30): Promise<unknown> => new Promise((done) => setTimeout(done, ms));
async function settle(page: MountedElement<WeekPage>): Promise<void> {
  await later();
  await page.settled();
}
const began = start(todaysVisit, '2026-03-12T01:30:00.000Z', '2026-03-12');

describe('week page', () => {
  it('says how the week stands, names who is due and why, and passes axe in both languages', async () => {
    const test = weekHost();
    const page = await mountElement(WeekPage, test.host);
    await settle(page);
    expect(
      inside(page, 'mp-page').getAttribute('heading') ?? (inside(page, 'mp-page') as unknown as { heading: string }).heading,
    ).to.contain('第 11 周');
    expect((inside(page, 'mp-page') as unknown as { summary: string }).summary).to.equal(
      '本周计划 1 次，已完成 0 次；1 家到期未排，其中 A 类 0 家。',
    );
    expect(inside(page, '.waiting').textContent)
      .to.contain('望舒茶社')
      .and.to.contain('超期 4 天')
      .and.to.not.contain('春晖食品');
    expect(inside(page, '.card.crm').textContent).to.contain('春晖食品').and.to.contain('CRM 已拜访');
    await expectAccessible(page.element);
    test.setLocale('en');
    await settle(page);
    expect(inside(page, '.waiting').textContent).to.contain('4 days overdue');
    await expectAccessible(page.element);
  });

  it('begins with the list of today on a phone, and has the figures in one line below', async () => {
    const test = weekHost();
    const page = await mountElement(WeekPage, test.host);
    page.element.style.inlineSize = '360px';
    await settle(page);
    const shown = (selector: string): DOMRect => inside(page, selector).getBoundingClientRect();
    expect(shown('mp-figures').height).to.equal(0);
    expect(shown('.brief').top).to.be.at.least(shown('.column.chosen').bottom);
    expect(shown('.brief').height).to.be.within(44, 64);
    expect(inside(page, '.brief').textContent?.replaceAll(/\s+/gu, ' ')).to.contain('计划 1').and.to.contain('到期未排 1');
    await expectAccessible(page.element);
    inside(page, '.brief button').click();
    await settle(page);
    expect(inside(page, 'mp-panel').textContent).to.contain('本周计划的全部拜访');
  });

  it('places an account from its menu, and takes it back', async () => {
    const test = weekHost();
    const page = await mountElement(WeekPage, test.host);
    await settle(page);
    inside(page, '.waiting mp-menu').dispatchEvent(new CustomEvent('mp-select', { detail: { value: '2026-03-13' } }));
    await settle(page);
    const [, placed] = test.collection('visits').all();
    expect(placed?.accountId).to.equal('a2');
    expect(placed?.value).to.deep.include({
      dayOn: '2026-03-13',
      area: '徐汇区',
      purpose: 'service',
      placedBy: 'person',
    });
    test.notices.at(-1)?.action?.run();
    await settle(page);
    expect(test.collection('visits').all()).to.have.length(1);
  });

  it('takes a dropped card, and asks for a reason before a promise of today is moved', async () => {
    const test = weekHost();
    const page = await mountElement(WeekPage, test.host);
    await settle(page);
    const data = new DataTransfer();
    inside(page, 'li[data-visit="v1"]').dispatchEvent(new DragEvent('dragstart', { dataTransfer: data, bubbles: true }));
    const friday = [...(page.element.shadowRoot?.querySelectorAll<HTMLElement>('.column') ?? [])].at(-1);
    friday?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    await settle(page);
    expect((test.collection('visits').all()[0]?.value as Visit).dayOn).to.equal('2026-03-12');
    button(page, '改期').click();
    await settle(page);
    expect(test.notices.at(-1)?.text).to.equal('请填写原因。');
    const reason = inside(page, 'mp-panel mp-textarea') as HTMLElement & { value: string };
    reason.value = '客户临时盘点';
    reason.dispatchEvent(new Event('input'));
    button(page, '改期').click();
    await settle(page);
    expect((test.collection('visits').all()[0]?.value as Visit).moves).to.deep.equal([
      { from: '2026-03-12', to: '2026-03-13', reason: '客户临时盘点' },
    ]);
  });

  it('proposes without saving, and saves all of it at once', async () => {
    const test = weekHost();
    const page = await mountElement(WeekPage, test.host);
    await settle(page);
    button(page, '排满本周').click();
    await settle(page);
    expect(inside(page, 'mp-panel').textContent).to.contain('望舒茶社');
    expect(test.calls).to.not.include('data.batch');
    await expectAccessible(page.element);
    button(page, '应用 1 次拜访').click();
    await settle(page);
    expect(
      test
        .collection('visits')
        .all()
        .map(({ accountId }) => accountId),
    ).to.deep.equal(['a1', 'a2']);
  });

  it('goes from start to a summary with its ratio, keeps every stroke, and tells the others', async () => {
    const test = weekHost({ params: { visit: 'v1' } });
    const page = await mountElement(WeekPage, test.host);
    await settle(page);
    button(page, '开始拜访').click();
    await settle(page);
    expect(text(page)).to.contain('还需填写：客户洽谈结果、货款回收或订货目标达成').and.to.contain('王一');
    const fields = [...inside(page, 'mp-panel').querySelectorAll<HTMLElement & { value: unknown }>('mp-textarea, mp-number')];
    const type = (index: number, value: unknown, event: string): void => {
      const field = fields[index];
      if (!field) throw new Error(`No field ${index}`);
      field.value = value;
      field.dispatchEvent(new Event(event));
    };
    type(0, '答应周五付款', 'input');
    type(2, 300_000, 'change');
    type(3, 150_000, 'change');
    await settle(page);
    expect(text(page)).to.contain('达成 50.0%');
    expect(JSON.stringify(test.drafts.get('visit:v1'))).to.contain('答应周五付款');
    await expectAccessible(page.element);
    button(page, '完成拜访').click();
    await settle(page);
    const value = test.collection('visits').all()[0]?.value as Visit;
    expect(value.status).to.equal('completed');
    expect(value.summary?.goal).to.deep.equal({
      kind: 'collection',
      targetMinor: 300_000,
      actualMinor: 150_000,
      ratioBp: 5000,
    });
    expect(value.effective?.reasons).to.deep.equal(['stayTooShort']);
    expect(test.questions[0]?.title).to.equal('这次拜访将不计为有效');
    expect(test.emitted.map(({ name }) => name)).to.include('visit-planning/visit-completed');
    expect(test.drafts.has('visit:v1')).to.equal(false);
  });

  it('keeps the open visit in its address until it is closed', async () => {
    const test = weekHost();
    const page = await mountElement(WeekPage, test.host);
    await settle(page);
    const params = (): Readonly<Record<string, string>> => test.host.navigate.location.current.params;
    inside(page, 'li[data-visit="v1"] button').click();
    await settle(page);
    expect(params()['visit']).to.equal('v1');
    inside(page, 'mp-panel').dispatchEvent(new CustomEvent('mp-close'));
    await settle(page);
    expect(params()).to.not.have.property('visit');
    expect((inside(page, 'mp-panel') as HTMLElement & { open: boolean }).open).to.equal(false);
    const gone = weekHost({ params: { visit: 'nothing' } });
    await settle(await mountElement(WeekPage, gone.host));
    expect(gone.host.navigate.location.current.params).to.not.have.property('visit');
  });

  it('brings back what was typed before a reload', async () => {
    const summary = { ...emptySummary('collection'), result: '打到一半' };
    const test = weekHost({
      params: { visit: 'v1' },
      data: { visits: [{ id: 'v1', ownerId: 'amy', accountId: 'a1', value: began }] },
      drafts: { 'visit:v1': { plan: null, summary, reason: '' } },
    });
    const page = await mountElement(WeekPage, test.host);
    await settle(page);
    expect(text(page)).to.contain('已恢复上次未提交的内容');
    expect((inside(page, 'mp-panel mp-textarea') as HTMLElement & { value: string }).value).to.equal('打到一半');
    expect(page.element.dirty).to.equal(true);
  });

  it('keeps a save on the device when the network is gone, and sends it later', async () => {
    const test = weekHost();
    const page = await mountElement(WeekPage, test.host);
    await settle(page);
    test.failNext('data.put', new ApiError({ status: 0, code: 'unreachable', message: '没有网络' }));
    inside(page, '.waiting mp-menu').dispatchEvent(new CustomEvent('mp-select', { detail: { value: '2026-03-13' } }));
    await settle(page);
    expect(text(page)).to.contain('1 项未同步');
    expect(test.collection('visits').all()).to.have.length(1);
    await expectAccessible(page.element);
    button(page, '立即重试').click();
    await settle(page);
    expect(test.collection('visits').all()).to.have.length(2);
    expect(text(page)).to.not.contain('未同步');
  });

  it('sends what an earlier page left as soon as the gateway answers, and when the page is shown again', async () => {
    const left = (id: string, accountId: string) => ({
      collection: 'visits',
      id,
      ownerId: 'amy',
      accountId,
      revision: 0,
      value: { ...todaysVisit, dayOn: '2026-03-13' },
    });
    const test = weekHost({ drafts: { outbox: [left('v-left', 'a2')] } });
    const page = await mountElement(WeekPage, test.host);
    await settle(page);
    await settle(page);
    expect(
      test
        .collection('visits')
        .all()
        .map(({ id }) => id),
    ).to.include('v-left');
    expect(text(page)).to.not.contain('未同步');
    test.failNext('data.put', new ApiError({ status: 0, code: 'unreachable', message: '没有网络' }));
    inside(page, 'li[data-visit="v1"] button').click();
    await settle(page);
    button(page, '开始拜访').click();
    await settle(page);
    expect(text(page)).to.contain('1 项未同步');
    document.dispatchEvent(new Event('visibilitychange'));
    await settle(page);
    await settle(page);
    expect(
      (
        test
          .collection('visits')
          .all()
          .find(({ id }) => id === 'v1')?.value as Visit
      ).status,
    ).to.equal('inProgress');
    expect(text(page)).to.not.contain('未同步');
    page.unmount();
  });

  it('shows a conflict as a choice and keeps mine when told so', async () => {
    const test = weekHost({ params: { visit: 'v1' } });
    const page = await mountElement(WeekPage, test.host);
    await settle(page);
    test.collection('visits').writeByOther('v1', { ...todaysVisit, content: '对方写的' });
    button(page, '开始拜访').click();
    await settle(page);
    expect(text(page)).to.contain('刚刚被其他人改过');
    await expectAccessible(page.element);
    button(page, '保留我的').click();
    await settle(page);
    expect((test.collection('visits').all()[0]?.value as Visit).status).to.equal('inProgress');
  });

  it('says what to do when loading failed, and when there is nobody to visit', async () => {
    const test = weekHost();
    test.failNext('crm.listAll', new ApiError({ status: 503, code: 'database.down', message: '数据库' }));
    const page = await mountElement(WeekPage, test.host);
    await settle(page);
    const frame = inside(page, 'mp-page');
    expect((frame as unknown as { state: string }).state).to.equal('error');
    frame.dispatchEvent(new CustomEvent('mp-retry'));
    await settle(page);
    expect(text(page)).to.contain('望舒茶社');
    const empty = weekHost({ crm: {}, data: {} });
    const other = await mountElement(WeekPage, empty.host);
    await settle(other);
    expect(text(other)).to.contain('名下还没有客户');
    await expectAccessible(other.element);
  });

  it("shows a manager the team, and a representative's board without anything to change", async () => {
    const done = complete(began, { ...emptySummary('collection'), result: '付款' }, '2026-03-12T02:30:00.000Z', defaultSettings);
    const test = weekHost({
      session: testSession,
      data: { visits: [{ id: 'v1', ownerId: 'amy', accountId: 'a1', value: done }] },
    });
    const page = await mountElement(WeekPage, test.host);
    // The team's view is loaded when it is first shown.
    for (let turn = 0; turn < 100 && !page.element.shadowRoot?.querySelector('mp-table'); turn += 1) await settle(page);
    expect((inside(page, 'mp-page') as unknown as { summary: string }).summary).to.contain('1 名代表计划 1 次，已完成 1 次');
    await expectAccessible(page.element);
    test.host.navigate.setParams({ rep: 'amy' });
    await settle(page);
    await settle(page);
    expect(text(page)).to.contain('只读');
    expect(page.element.shadowRoot?.querySelector('mp-menu')).to.equal(null);
    inside(page, 'li[data-visit="v1"] button').click();
    await settle(page);
    expect(text(page)).to.contain('必填项没有填全');
  });

  it('leaves no listener behind', async () => {
    const test = weekHost();
    const page = await mountElement(WeekPage, test.host);
    await settle(page);
    page.unmount();
    expect(test.listeners).to.equal(0);
  });
});
