import { provideElements } from '@milepost/sdk';
import { createTestHost, mountElement, testSession } from '@milepost/sdk/testing';
import { expect } from '@milepost/testing/browser';
import { applyTokens, ensureElements } from '@milepost/ui';
import en from '../../../locales/en.json' with { type: 'json' };
import zh from '../../../locales/zh-CN.json' with { type: 'json' };
import { company } from '../fixture-company.ts';
import { PlanPage } from './plan-page.ts';

async function open() {
  const user = { ...testSession.user, role: 'ops' as const, personId: 'p-ops', unitId: null };
  const { host } = createTestHost({
    pluginId: 'target-decomposition',
    messages: { 'zh-CN': zh, en },
    session: { ...testSession, user },
    scope: { unitId: null, period: '2027' },
    crm: company,
    data: {},
  });
  const mounted = await mountElement(PlanPage, host, { place: 'plan' });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn += 1) await mounted.settled();
  };
  await settle();
  return { root: mounted.element.shadowRoot as ShadowRoot, settle };
}

describe('a plan for next year, made while this one runs', () => {
  before(() => {
    applyTokens(document);
    provideElements(ensureElements);
  });

  it('fills the months of a base year that is not over when next year is planned', async () => {
    const { root, settle } = await open();
    const total = root.querySelector('mp-number');
    expect(total?.hint).to.contain('数据截至3月3日');
    if (total) total.value = 12_000_000;
    total?.dispatchEvent(new Event('change'));
    await settle();
    root.querySelector<HTMLElement>('.setup .bar mp-button')?.click();
    // The engine comes with the first proposal, which may take a moment.
    for (let wait = 0; wait < 100 && !root.textContent?.includes('12月（去年为估算）'); wait += 1) {
      await new Promise((done) => setTimeout(done, 50));
      await settle();
    }
    expect(root.textContent).to.contain('12月（去年为估算）');
    const december = [...root.querySelectorAll('table.diff tbody tr')].find((row) => row.textContent?.includes('12月'));
    expect(december?.children[1]?.getAttribute('title')).to.not.match(/^(¥|￥)?0\.00/);
  });
});
