import { expect, expectAccessible, fixture, settled } from '@milepost/testing/browser';
import { html } from 'lit';
import { ensureElements } from '../../registry.ts';
import { applyTokens } from '../../tokens/tokens.ts';
import type { MpChart } from './chart.ts';

const categories = [1, 2, 3].map((month) => ({
  key: `${month}`,
  label: `${month}月`,
  title: `2026年${month}月`,
}));
const series = [{ key: 'a', label: '回款', values: [100_000_00, 250_000_50, 300_000_00], forecastFrom: 2 }];
const target = { label: '目标', values: [200_000_00, 200_000_00, 200_000_00] };

describe('mp-chart', () => {
  before(async () => {
    applyTokens(document, 'light');
    await ensureElements(['mp-chart', 'mp-sparkline']);
  });

  const mount = async () => {
    const chart = await fixture<MpChart>(
      html`<mp-chart
        heading="三月预计超过目标"
        value-label="回款（万元）"
        format="money"
        unit="wan"
        .categories=${categories}
        .series=${series}
        .target=${target}
      ></mp-chart>`,
    );
    await new Promise((resolve) => setTimeout(resolve, 50));
    await settled(chart);
    return chart;
  };

  it('gives exact numbers by keyboard and tells a forecast from what happened', async () => {
    const chart = await mount();
    const plot = chart.shadowRoot!.querySelector<HTMLElement>('.plot')!;
    plot.focus();
    const press = async (key: string) => {
      plot.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await settled(chart);
      return chart.shadowRoot!.querySelector('.tip')?.textContent ?? '';
    };
    await press('ArrowRight');
    expect(await press('ArrowRight'))
      .to.contain('2026年2月')
      .and.contain('250,000.50\u2009元')
      .and.contain('目标');
    expect(await press('End')).to.contain('回款（预测）');
    expect(await press('Escape')).to.equal('');
    await expectAccessible(chart);
  });

  it('shows the table behind it', async () => {
    const chart = await mount();
    chart.shadowRoot!.querySelector('button')!.click();
    await settled(chart);
    expect(chart.shadowRoot!.querySelectorAll('tbody tr')).to.have.length(3);
    expect(chart.shadowRoot!.querySelector('tbody td')!.textContent).to.equal('100,000.00\u2009元');
    await expectAccessible(chart);
  });
});
