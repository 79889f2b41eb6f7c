/// <reference types="mocha" />
import { provideElements } from '@milepost/sdk';
import { createTestHost, mountElement } from '@milepost/sdk/testing';
import type { TestHostOptions } from '@milepost/sdk/testing';
import { expect, expectAccessible } from '@milepost/testing/browser';
import { applyTokens, ensureElements } from '@milepost/ui';
import en from '../../../locales/en.json' with { type: 'json' };
import zh from '../../../locales/zh-CN.json' with { type: 'json' };
import type { RunValue } from '../../domain/records.ts';
import { draftRecord, finding, hostOptions } from '../../fixture.ts';
import { ChecksPage } from '../checks-page/checks-page.ts';

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

async function open(options: TestHostOptions) {
  const test = createTestHost({ messages, ...hostOptions, ...options });
  const mounted = await mountElement(ChecksPage, test.host, { place: 'checks' });
  /** The shadow root of the inner view. */
  const inner = (): ShadowRoot => {
    const all = mounted.element.shadowRoot?.querySelectorAll('*') ?? [];
    return [...all].find(({ localName }) => localName.startsWith('milepost-compliance-'))?.shadowRoot as ShadowRoot;
  };
  for (let wait = 0; wait < 100 && !inner()?.textContent?.trim(); wait++) await pause(50);
  await pause(200);
  await mounted.settled();
  return { ...test, ...mounted, inner };
}

describe('a submitted check', () => {
  before(() => {
    applyTokens(document);
    provideElements(ensureElements);
  });

  const photo = {
    id: 'photo-1',
    value: { runId: 'run-1', kind: 'photo', name: '现场.jpg', size: 2048, sha256: 'ab'.repeat(32), data: '/9j/2Q==' },
  };
  /** 甲 is met, 乙 is not: 60 % of 100. */
  const answers = {
    first: { value: 'yes', photos: ['photo-1', 'gone'], note: '已核对' },
    second: { value: 'no' },
    amount: { value: 120_000 },
  };
  const submitted = { at: '2026-03-12T02:00:00Z', percent: 60_000, result: 'pass', riskLevelId: null, criticalFails: 0 } as const;
  const draft = draftRecord(answers);
  const run = { ...draft, value: { ...draft.value, status: 'submitted', submitted } satisfies RunValue };
  const { row } = finding('run-1.second', '2026-03-01');
  const calls = { 'overview?from=2025-04-01&to=2026-04-01': () => ({ runs: [], findings: [{ ...row, runId: 'run-1' }] }) };
  const openDetail = (options: TestHostOptions = {}) =>
    open({ data: { ...hostOptions.data, runs: [run], attachments: [photo] }, calls, params: { run: 'run-1' }, ...options });

  it('shows its score down to the answers, what was handed in, and what is still to be put right', async () => {
    const { inner, element, host } = await openDetail();
    expect(inner().querySelector('.result .score')?.textContent).to.equal('60.0%');
    const lines = [...inner().querySelectorAll('section .lines > li')].map(
      (line) => line.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    );
    const [first, second] = ['甲', '乙'].map((name) => lines.find((line) => line.startsWith(name) && line.includes('占本部分')));
    expect(first).to.contain('60.0%');
    expect(first).to.contain('已核对');
    expect(second).to.contain('0.0%');
    expect(inner().querySelector<HTMLImageElement>('.attachments img')?.alt).to.equal('现场.jpg');
    expect(inner().querySelectorAll('.attachments li').length).to.equal(2);
    await expectAccessible(element, placed);
    inner().querySelector<HTMLButtonElement>('button.plain')?.click();
    expect(host.navigate.location.current.params).to.deep.equal({ tab: 'findings', finding: 'run-1.second' });
  });

  it('reads in English, with its history unfolded', async () => {
    const { inner, element, settled } = await openDetail({ locale: 'en' });
    inner().querySelector<HTMLElement>('details summary')?.click();
    await settled();
    expect(inner().querySelectorAll('details li').length).to.equal(1);
    expect(inner().textContent).to.contain('甲 (en)');
    await expectAccessible(element, placed);
  });

  it('says so when there is no such check, and leads back to the list', async () => {
    const { inner, element, host } = await openDetail({ params: { run: 'nobody' } });
    expect(inner().querySelector('mp-state')?.kind).to.equal('error');
    await expectAccessible(element, placed);
    inner().querySelector<HTMLElement>('mp-button')?.click();
    expect(host.navigate.location.current.params).to.deep.equal({});
  });
});
