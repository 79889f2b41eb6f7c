import { expect, expectAccessible, fixture, settled } from '@milepost/testing/browser';
import { html } from 'lit';
import { applyTokens, ensureElements } from '../../index.ts';

before(async () => {
  applyTokens(document, 'light');
  await ensureElements(['mp-figures', 'mp-figure']);
});

afterEach(() => document.documentElement.style.removeProperty('font-size'));

async function mount(width: number, count: number) {
  const figures = Array.from(
    { length: count },
    (_, index) =>
      html`<mp-figure
        label="近十二个月订单 ${index}"
        value="¥12,345.67 万元"
        comparison="+190.0% 与去年同期前 15 个工作日相比"
        trend="up"
      ></mp-figure>`,
  );
  const frame = await fixture<HTMLElement>(html`<div><mp-figures>${figures}</mp-figures></div>`);
  frame.style.width = `${width}px`;
  const row = frame.firstElementChild!;
  await settled(row);
  for (const figure of row.children) await settled(figure);
  await new Promise(requestAnimationFrame);
  return { row, boxes: [...row.children].map((child) => child.getBoundingClientRect()) };
}

/** How many figures stand in each row. */
function rows(boxes: DOMRect[]): number[] {
  const tops = [...new Set(boxes.map(({ top }) => Math.round(top)))];
  return tops.map((top) => boxes.filter((box) => Math.round(box.top) === top).length);
}

describe('mp-figures', () => {
  it('stands two to a row on a phone, an odd last one over the whole row', async () => {
    const { row, boxes } = await mount(336, 3);
    expect(rows(boxes)).to.deep.equal([2, 1]);
    expect(boxes[2]!.width).to.be.greaterThan(330);
    await expectAccessible(row);
  });

  it('stands in one row where there is room', async () => {
    expect(rows((await mount(600, 3)).boxes)).to.deep.equal([3]);
    expect(rows((await mount(900, 5)).boxes)).to.deep.equal([5]);
    expect(rows((await mount(600, 4)).boxes)).to.deep.equal([2, 2]);
    expect(rows((await mount(900, 6)).boxes)).to.deep.equal([3, 3]);
  });

  for (const size of ['16px', '32px']) {
    it(`keeps every figure in its cell at 336 px with text of ${size}`, async () => {
      document.documentElement.style.fontSize = size;
      const { row } = await mount(336, 3);
      for (const figure of row.children) {
        const inner = figure.shadowRoot!.querySelector('.figure')!;
        expect(inner.scrollWidth).to.be.at.most(inner.clientWidth);
        for (const part of inner.children) expect(part.scrollWidth).to.be.at.most(part.clientWidth);
      }
    });
  }
});
