import { expect, expectAccessible, fixture, nextEvent, settled } from '@milepost/testing/browser';
import { createObservable } from '@milepost/sdk/host-kit';
import { ensureElements, tokens } from '@milepost/ui';
import { html } from 'lit';
import { PortalPeriodPicker } from './period-picker.ts';
import { PortalScopePicker } from './scope-picker.ts';
import { define } from '../frame/define.ts';
import { loadTexts } from '../i18n/texts.ts';
import type { Organisation, Scope } from '@milepost/sdk';
import type { Shell } from '../state/shell.ts';

define('portal-period-picker', PortalPeriodPicker);
define('portal-scope-picker', PortalScopePicker);
document.adoptedStyleSheets = [tokens.styleSheet as CSSStyleSheet];

const unit = (id: string, parentId: string | null, path: string, kind: 'company' | 'team', name: string) => ({
  id,
  parentId,
  name,
  kind,
  managerId: null,
  validFrom: '2024-01-01',
  validTo: null,
  path,
});
const organisation: Organisation = {
  asOf: '2026-11-20',
  units: [unit('co', null, '/co/', 'company', '清禾'), unit('sh', 'co', '/co/sh/', 'team', '上海团队')],
  people: [{ id: 'p1', name: '李娜', role: 'rep', unitId: 'sh', leads: null, joinedOn: '2024-01-01', leftOn: null }],
};

async function parts(startMonth = 1) {
  await ensureElements(['mp-state']);
  const scope = createObservable<Scope>({ unitId: null, personId: null, period: '2026-11' });
  const shell = {
    texts: await loadTexts('zh-CN'),
    session: { user: { role: 'ops', personId: 'o1' }, today: '2026-11-20', tenant: { fiscalYearStartMonth: startMonth } },
    router: { scope, setScope: (change: Partial<Scope>) => scope.set({ ...scope.current, ...change }) },
    organisation: () => Promise.resolve(organisation),
  } as unknown as Shell;
  return { scope, shell };
}

describe('<portal-period-picker>', () => {
  it('offers this month, last month, this quarter and this year', async () => {
    const { scope, shell } = await parts();
    const picker = await fixture<PortalPeriodPicker>(html`<portal-period-picker .shell=${shell}></portal-period-picker>`);
    const quick = [...picker.renderRoot.querySelectorAll<HTMLButtonElement>('.quick button')];
    const chosen: string[] = [];
    for (const button of quick) {
      button.click();
      chosen.push(scope.current.period);
    }
    expect(chosen).to.deep.equal(['2026-11', '2026-10', '2026-Q4', '2026']);
    await expectAccessible(picker);
  });

  it('follows the company’s fiscal year', async () => {
    // From April on, November 2026 is in the third quarter of fiscal 2026.
    const { scope, shell } = await parts(4);
    const picker = await fixture<PortalPeriodPicker>(html`<portal-period-picker .shell=${shell}></portal-period-picker>`);
    picker.renderRoot.querySelectorAll<HTMLButtonElement>('.quick button')[2]?.click();
    expect(scope.current.period).to.equal('2026-Q3');
    await settled(picker);
    const months = [...picker.renderRoot.querySelectorAll('.quarter')].map((row) => row.textContent?.replace(/\s+/g, ' ').trim());
    expect(months[0]).to.equal('一季度 4月 5月 6月');
    expect(months[3]).to.equal('四季度 1月 2月 3月');
  });
});

describe('<portal-scope-picker>', () => {
  it('is moved through and chosen with the keyboard alone', async () => {
    const { scope, shell } = await parts();
    const picker = await fixture<PortalScopePicker>(html`<portal-scope-picker .shell=${shell}></portal-scope-picker>`);
    await new Promise((resolve) => setTimeout(resolve));
    await settled(picker);
    const input = picker.renderRoot.querySelector('input') as HTMLInputElement;
    const press = (key: string): boolean =>
      input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    press('ArrowDown');
    press('ArrowDown');
    await settled(picker);
    expect(input.getAttribute('aria-activedescendant')).to.equal('unit:sh');
    const done = nextEvent(picker, 'portal-done');
    press('Enter');
    await done;
    expect(scope.current).to.deep.equal({ unitId: 'sh', personId: null, period: '2026-11' });
    await expectAccessible(picker);
  });

  it('finds a person and keeps the unit they belong to', async () => {
    const { scope, shell } = await parts();
    const picker = await fixture<PortalScopePicker>(html`<portal-scope-picker .shell=${shell}></portal-scope-picker>`);
    await new Promise((resolve) => setTimeout(resolve));
    await settled(picker);
    const input = picker.renderRoot.querySelector('input') as HTMLInputElement;
    input.value = '李';
    input.dispatchEvent(new Event('input'));
    await settled(picker);
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    expect(scope.current).to.deep.equal({ unitId: 'sh', personId: 'p1', period: '2026-11' });
  });
});
