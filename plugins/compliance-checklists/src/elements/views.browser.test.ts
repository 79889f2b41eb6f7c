/// <reference types="mocha" />
import { provideElements, WriteConflict } from '@milepost/sdk';
import { createTestHost, mountElement, testSession } from '@milepost/sdk/testing';
import type { TestHost, TestHostOptions } from '@milepost/sdk/testing';
import { expect, expectAccessible } from '@milepost/testing/browser';
import { applyTokens, ensureElements } from '@milepost/ui';
import en from '../../locales/en.json' with { type: 'json' };
import zh from '../../locales/zh-CN.json' with { type: 'json' };
import type { RunValue } from '../domain/records.ts';
import { draftRecord, finding, hostOptions, longTemplate, templateRecord } from '../fixture.ts';
import { AccountWidget } from './account-widget/account-widget.ts';
import { ChecksPage } from './checks-page/checks-page.ts';
import { FindingsWidget } from './findings-widget/findings-widget.ts';

const messages = { 'zh-CN': zh, en };
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** The portal puts the page inside `main`, where a `header` or `footer` is no landmark of its own. */
const placed = {
  disable: [
    'landmark-no-duplicate-banner',
    'landmark-unique',
    'landmark-banner-is-top-level',
    'landmark-contentinfo-is-top-level',
    'landmark-no-duplicate-contentinfo',
  ],
};

async function open(options: TestHostOptions = {}) {
  const test = createTestHost({ messages, ...hostOptions, ...options });
  const mounted = await mountElement(ChecksPage, test.host, { place: 'checks' });
  const root = mounted.element.shadowRoot as ShadowRoot;
  /** The shadow root of the inner view, whichever is shown. */
  const inner = (): ShadowRoot => {
    const found = [...root.querySelectorAll('*')].find(({ localName }) => localName.startsWith('milepost-compliance-'));
    return found?.shadowRoot as ShadowRoot;
  };
  const focused = ['fill', 'run', 'start', 'tab'].some((name) => options.params?.[name]);
  for (let wait = 0; wait < 100 && focused && !inner()?.textContent?.trim(); wait++) await pause(50);
  await pause(200);
  await mounted.settled();
  return { ...test, ...mounted, root, inner, listening: () => test.listeners };
}

/** Chromium reports that an observer changed the size it observes; the table does so on purpose, and it comes to rest. */
function toleratePassingResizes(): void {
  const before = window.onerror;
  window.onerror = (message, ...rest) =>
    typeof message === 'string' && message.includes('ResizeObserver loop') ? true : before?.call(window, message, ...rest);
}

async function openForm(options: TestHostOptions = {}) {
  return open({ data: { ...hostOptions.data, runs: [draftRecord()] }, params: { fill: 'run-1' }, ...options });
}

function answer(root: ShadowRoot, itemId: string, value: string): void {
  root.querySelector<HTMLInputElement>(`#q-${itemId} input[value="${value}"]`)?.click();
}

const storedRun = (test: Pick<TestHost, 'collection'>): RunValue => test.collection('runs').all()[0]?.value as RunValue;

describe('checks-page', () => {
  before(() => {
    applyTokens(document);
    provideElements(ensureElements);
    toleratePassingResizes();
  });

  it('says where things stand, and every figure opens its list', async () => {
    const { root, host, element } = await open();
    const page = root.querySelector('mp-page');
    expect(page?.summary).to.equal('2026年3月完成 2 次检查，合格率 50.0%；2 项整改已逾期，共 3 项待整改。');
    const overdue = [...root.querySelectorAll('mp-figure')].find(({ label }) => label === '已逾期');
    await expectAccessible(element, placed);
    overdue?.dispatchEvent(new CustomEvent('mp-open'));
    expect(host.navigate.location.current.params).to.deep.equal({ tab: 'findings', show: 'overdue' });
  });

  it('filters by result and account from the parameters, and says so when nothing is left', async () => {
    const { root } = await open({ params: { result: 'critical' } });
    expect(root.querySelector('mp-table')?.rows.map((row) => (row as { id: string }).id)).to.deep.equal(['r2']);
    const none = await open({ params: { q: '没有这家' } });
    expect(none.root.querySelector('mp-table')?.stateHeading).to.equal('没有符合筛选条件的检查');
  });

  it('names a failure, keeps its place, and loads again', async () => {
    const { root, settled } = await open({
      calls: { 'overview?from=2025-04-01&to=2026-04-01': () => Promise.reject(new TypeError('offline')) },
    });
    expect(root.querySelector('mp-page')?.state).to.equal('error');
    await settled();
    expect(root.querySelector('mp-page')?.stateText).to.contain('已保存的内容不受影响');
  });

  it('speaks English', async () => {
    const { root, element } = await open({ locale: 'en' });
    expect(root.querySelector('mp-page')?.summary).to.equal(
      '2 checks in Mar 2026, pass rate 50.0%; 2 of 3 open findings overdue.',
    );
    await expectAccessible(element, placed);
  });

  it('leaves nothing behind', async () => {
    const test = await openForm();
    test.unmount();
    await pause(50);
    expect(test.listening()).to.equal(0);
  });
});

describe('the form', () => {
  it('asks what the answers call for, keeps the focus, and scores as it goes', async () => {
    const { inner, settled, element } = await openForm();
    expect(inner().querySelectorAll('.question').length).to.equal(2);
    const yes = inner().querySelector<HTMLInputElement>('#q-first input[value="yes"]');
    yes?.focus();
    yes?.click();
    await settled();
    expect(inner().querySelector('#q-second')).not.to.equal(null);
    expect(inner().activeElement).to.equal(yes);
    answer(inner(), 'second', 'no');
    await settled();
    expect(inner().querySelector('.bar .score')?.textContent).to.equal('60.0%');
    await expectAccessible(element, placed);
  });

  it('saves by itself and keeps on the device what could not be sent', async () => {
    const test = await openForm();
    test.failNext('data.put', new TypeError('offline'));
    answer(test.inner(), 'first', 'yes');
    await pause(1700);
    expect(storedRun(test).answers).to.deep.equal({});
    expect(test.drafts.get('run:run-1')).to.deep.include({ answers: { first: { value: 'yes' } } });
    expect(test.inner().textContent).to.contain('1 题未同步，已存在本机');
    expect(test.element.dirty).to.equal(true);
    test.setOnline(false);
    test.setOnline(true);
    await pause(100);
    expect(storedRun(test).answers).to.deep.equal({ first: { value: 'yes' } });
    expect(test.drafts.size).to.equal(0);
  });

  it('gives up trying when it is removed, and keeps what it has', async () => {
    const test = await openForm();
    test.failNext('data.put', new TypeError('offline'));
    answer(test.inner(), 'first', 'yes');
    test.unmount();
    await pause(50);
    expect(test.calls.filter((call) => call === 'data.put').length).to.equal(1);
    expect(test.drafts.get('run:run-1')).to.deep.include({ answers: { first: { value: 'yes' } } });
    expect(test.listening()).to.equal(0);
  });

  it('takes up after a reload what the gateway never got', async () => {
    const { inner } = await openForm({ drafts: { 'run:run-1': { revision: 1, answers: { first: { value: 'yes' } } } } });
    expect(inner().querySelector('.restored')?.textContent).to.contain('已恢复本机上未同步的 1 题');
    expect(inner().querySelector<HTMLInputElement>('#q-first input[value="yes"]')?.checked).to.equal(true);
  });

  it('puts a conflict before the person, with the difference', async () => {
    const test = await openForm();
    answer(test.inner(), 'first', 'yes');
    test.collection('runs').writeByOther('run-1', { ...storedRun(test), answers: { first: { value: 'na' } } });
    await pause(1700);
    await test.settled();
    expect([...test.inner().querySelectorAll('.conflict td')].map((cell) => cell.textContent)).to.deep.equal(['是', '不适用']);
    await expectAccessible(test.element, placed);
    test.inner().querySelector<HTMLElement>('mp-button[variant="primary"]')?.click();
    await pause(100);
    expect(storedRun(test).answers).to.deep.equal({ first: { value: 'yes' } });
  });

  it('goes to what is missing and says what it needs', async () => {
    const { inner, settled } = await openForm();
    answer(inner(), 'first', 'no');
    await settled();
    const button = inner().querySelector<HTMLElement>('.bar mp-button');
    expect(button?.textContent?.trim()).to.equal('还差 1 题');
    button?.click();
    await settled();
    expect(inner().querySelector('#q-first .problems')?.textContent).to.contain('此答案须附说明');
  });

  it('reads amounts as people write them and says so when it cannot', async () => {
    const test = await openForm();
    const input = test.inner().querySelector<HTMLInputElement>('#q-amount input');
    const type = async (text: string): Promise<void> => {
      if (input) input.value = text;
      input?.dispatchEvent(new Event('input', { bubbles: true }));
      await test.settled();
    };
    await type('1.2万');
    expect(test.inner().querySelector('#q-amount [role="alert"]')).to.equal(null);
    await type('十二');
    expect(test.inner().querySelector('#q-amount [role="alert"]')?.textContent).to.contain('无法识别为数字');
    await type('１２００');
    await pause(1700);
    expect(storedRun(test).answers['amount']?.value).to.equal(120_000);
  });

  it('proposes findings with owner and due day, and submits what was seen', async () => {
    let sent: unknown = null;
    const test = await openForm({
      data: { ...hostOptions.data, runs: [draftRecord({ first: { value: 'no', note: '口头约定' } })] },
      calls: {
        ...hostOptions.calls,
        submit: (body) => (
          (sent = body),
          { ...draftRecord(), revision: 4, value: { ...draftRecord().value, status: 'submitted' } }
        ),
      },
    });
    test.inner().querySelector<HTMLElement>('.bar mp-button')?.click();
    await test.settled();
    // Three working days after Thursday 12 March 2026.
    expect(test.inner().querySelector('.proposal')?.textContent).to.contain('3月17日');
    await expectAccessible(test.element, placed);
    test.inner().querySelector<HTMLElement>('.bar mp-button')?.click();
    await pause(100);
    expect(sent).to.deep.equal({
      runId: 'run-1',
      revision: 1,
      answers: { first: { value: 'no', note: '口头约定' } },
      seen: { percent: 0, result: 'fail' },
      findings: [{ itemId: 'first', description: '口头约定', ownerId: 'p-rep' }],
    });
    expect(test.emitted.map(({ name }) => name)).to.include('compliance-checklists/finding-changed');
    expect(test.host.navigate.location.current.params).to.deep.equal({ run: 'run-1' });
  });

  it('stays smooth with 500 questions: one answer draws one question and those that depend on it', async () => {
    const template = longTemplate(500);
    const test = await openForm({
      data: { ...hostOptions.data, templates: [templateRecord(template)], runs: [draftRecord({}, template)] },
    });
    await pause(400);
    const questions = test.inner().querySelectorAll('.question').length;
    expect(questions).to.equal(250);
    const began = performance.now();
    answer(test.inner(), 'q100', 'yes');
    await (test.inner().host as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
    const took = performance.now() - began;
    expect(test.inner().querySelector('#q-q101')).not.to.equal(null);
    expect(took).to.be.lessThan(50);
  });
});

describe('findings', () => {
  it('open with their story, ask for the evidence of a step, and send it', async () => {
    let sent: unknown = null;
    const { record } = finding('f1', '2026-03-01');
    const test = await open({
      params: { tab: 'findings', finding: 'f1' },
      calls: {
        ...hostOptions.calls,
        step: (body) => ((sent = body), { ...record, revision: 2, value: { ...record.value, state: 'implementation' } }),
      },
    });
    const panel = (): ShadowRoot => test.inner().querySelector('milepost-compliance-finding')?.shadowRoot as ShadowRoot;
    expect(panel().textContent).to.contain('逾期');
    expect(panel().querySelectorAll('.timeline li').length).to.equal(1);
    [...panel().querySelectorAll<HTMLElement>('.steps mp-button')]
      .find(({ textContent }) => textContent?.includes('开始整改'))
      ?.click();
    await test.settled();
    const text = panel().querySelector('textarea');
    if (text) text.value = '补页';
    text?.dispatchEvent(new Event('input', { bubbles: true }));
    await test.settled();
    expect(test.drafts.get('finding:f1')).to.deep.equal({ to: 'implementation', evidence: { plan: '补页' } });
    await expectAccessible(test.element, placed);
    panel().querySelector<HTMLElement>('.step mp-button[variant="primary"]')?.click();
    await pause(100);
    expect(sent).to.deep.equal({ findingId: 'f1', revision: 1, to: 'implementation', evidence: { plan: '补页' } });
    expect(test.drafts.size).to.equal(0);
  });

  it('keep what was written when somebody else was faster', async () => {
    const { record } = finding('f1', '2026-03-01');
    const current = { ...record, revision: 2, createdAt: '', updatedAt: '', updatedBy: 'p-other' };
    const test = await open({
      params: { tab: 'findings', finding: 'f1' },
      drafts: { 'finding:f1': { to: 'implementation', evidence: { plan: '补页' } } },
      calls: {
        ...hostOptions.calls,
        step: () => Promise.reject(new WriteConflict({ status: 409, code: 'record.conflict', message: '', current })),
      },
    });
    const panel = (): ShadowRoot => test.inner().querySelector('milepost-compliance-finding')?.shadowRoot as ShadowRoot;
    panel().querySelector<HTMLElement>('.step mp-button[variant="primary"]')?.click();
    await pause(100);
    expect(panel().querySelector('[role="alert"]')?.textContent).to.contain('别人刚刚更新了此项');
    expect(panel().querySelector('textarea')?.value).to.equal('补页');
  });

  it('are read only for auditors', async () => {
    const session = { ...testSession, user: { ...testSession.user, role: 'auditor' as const } };
    const test = await open({ session, params: { tab: 'findings', finding: 'f1' } });
    const panel = test.inner().querySelector('milepost-compliance-finding')?.shadowRoot;
    expect(panel?.querySelectorAll('.steps mp-button').length).to.equal(0);
    expect(test.root.querySelector('mp-button[slot="actions"]')).to.equal(null);
  });
});

describe('templates', () => {
  it('are listed, read with conditions in words, and edited by operations with problems in place', async () => {
    const session = { ...testSession, user: { ...testSession.user, role: 'ops' as const } };
    const read = await open({ session, params: { tab: 'templates', template: 'small@1.0.0' } });
    expect(read.inner().textContent).to.contain('仅当“甲”为“是”时出现');
    await expectAccessible(read.element, placed);
    const test = await open({ session, params: { tab: 'templates' } });
    [...test.inner().querySelectorAll<HTMLElement>('mp-button')]
      .find(({ textContent }) => textContent?.includes('编辑新版本'))
      ?.click();
    await pause(300);
    const editor = test.inner().querySelector('milepost-compliance-editor')?.shadowRoot as ShadowRoot;
    expect(editor.querySelector<HTMLInputElement>('input[autocomplete="off"]:nth-of-type(1)')).not.to.equal(null);
    await expectAccessible(test.element, placed);
    const weight = [...editor.querySelectorAll<HTMLInputElement>('details input[inputmode="decimal"]')][2];
    if (weight) weight.value = '50';
    weight?.dispatchEvent(new Event('change', { bubbles: true }));
    await pause(50);
    expect(editor.querySelector('.lint')?.textContent).to.contain('唯一');
    expect(editor.querySelector('mp-button[variant="primary"]')?.hasAttribute('disabled')).to.equal(true);
    expect(test.element.dirty).to.equal(true);
  });
});

describe('starting a check', () => {
  it('finds an account by its name with the keyboard alone, and stores the draft at once', async () => {
    const test = await open({ params: { start: '1' } });
    const input = test.inner().querySelector('input') as HTMLInputElement;
    input.focus();
    input.value = '客户';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await pause(350);
    await expectAccessible(test.element, placed);
    for (const key of ['ArrowDown', 'Enter']) input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await test.settled();
    test.inner().querySelector<HTMLElement>('.template mp-button')?.click();
    await pause(100);
    const stored = test.collection('runs').all()[0];
    expect([stored?.ownerId, stored?.accountId, storedRun(test).inspectorId, storedRun(test).accountName]).to.deep.equal([
      'p-rep',
      'a1',
      'p-manager',
      '客户甲',
    ]);
  });
});

describe('widgets', () => {
  it('list what is due first and mark what is late', async () => {
    const { host, destinations } = createTestHost({ messages, ...hostOptions });
    const { element } = await mountElement(FindingsWidget, host, { place: 'home/manager/v1' });
    await pause(200);
    expect(element.shadowRoot?.querySelector('p')?.textContent?.trim()).to.equal('1 项已逾期，共 1 项待整改');
    await expectAccessible(element);
    element.shadowRoot?.querySelector<HTMLElement>('li a')?.click();
    expect(destinations).to.deep.equal([{ page: 'checks', params: { tab: 'findings', finding: 'f1' } }]);
  });

  it('show an account its last result and offer a check', async () => {
    const run = draftRecord({ first: { value: 'yes' } });
    const submitted = {
      ...run.value,
      status: 'submitted',
      submitted: { at: '2026-03-12T01:00:00Z', percent: 60_000, result: 'pass', riskLevelId: null, criticalFails: 0 },
    };
    const { host, destinations } = createTestHost({
      messages,
      ...hostOptions,
      data: { ...hostOptions.data, runs: [{ ...run, value: submitted }] },
    });
    const { element } = await mountElement(AccountWidget, host, { place: 'account/overview/v1', accountId: 'a1' });
    await pause(200);
    expect(element.shadowRoot?.querySelector('li')?.textContent).to.contain('60.0%');
    await expectAccessible(element);
    element.shadowRoot?.querySelector<HTMLElement>('mp-button')?.click();
    expect(destinations).to.deep.equal([{ page: 'checks', params: { start: '1', account: 'a1' } }]);
  });
});
