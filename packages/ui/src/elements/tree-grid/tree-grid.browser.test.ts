import { expect, expectAccessible, fixture, settled } from '@milepost/testing/browser';
import { html } from 'lit';
import { ensureElements } from '../../registry.ts';
import { applyTokens } from '../../tokens/tokens.ts';
import type { MpTreeGrid } from './tree-grid.ts';
import type { CellEdit, TreeGridRow } from './types.ts';

const columns = ['01', '02', '03'].map((key) => ({
  key,
  label: `${Number(key)}月`,
  format: 'money' as const,
  unit: 'wan' as const,
  editable: true,
}));
const rows: TreeGridRow[] = [
  { id: 'cn', label: '全国', values: { '01': 3_000_000, '02': 4_000_000, '03': null } },
  {
    id: 'east',
    parentId: 'cn',
    label: '华东',
    values: { '01': 1_000_000, '02': 2_000_000, '03': null },
    flags: { '02': ['held'] },
  },
  { id: 'north', parentId: 'cn', label: '华北', values: { '01': 2_000_000, '02': 2_000_000, '03': null } },
];

let edits: CellEdit[] = [];
const mount = (given = rows) => {
  edits = [];
  return fixture<MpTreeGrid>(
    html`<mp-tree-grid
      label="目标"
      tree-label="组织"
      .columns=${columns}
      .rows=${given}
      .expanded=${new Set(['cn'])}
      @cell-edit=${(event: CustomEvent<CellEdit>) => edits.push(event.detail)}
    ></mp-tree-grid>`,
  );
};
const press = async (grid: MpTreeGrid, key: string, init: KeyboardEventInit = {}) => {
  const target = grid.shadowRoot!.activeElement ?? grid.shadowRoot!.querySelector('table')!;
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
  await settled(grid);
};
const type = async (grid: MpTreeGrid, text: string) => {
  const input = grid.shadowRoot!.querySelector('input')!;
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await settled(grid);
};
const activeText = (grid: MpTreeGrid) => grid.shadowRoot!.querySelector('.active')!.textContent.trim();
const clipboard = (name: string, data: DataTransfer) =>
  new ClipboardEvent(name, { clipboardData: data, bubbles: true, cancelable: true });

describe('mp-tree-grid', () => {
  before(async () => {
    applyTokens(document, 'light');
    await ensureElements(['mp-tree-grid']);
  });

  it('moves by keyboard, closes and opens rows', async () => {
    const grid = await mount();
    grid.focus();
    await press(grid, 'ArrowDown');
    expect(activeText(grid)).to.equal('华东');
    await press(grid, 'End');
    expect(activeText(grid)).to.equal('—');
    await press(grid, 'Home', { ctrlKey: true });
    await press(grid, 'ArrowLeft');
    expect(grid.shadowRoot!.querySelectorAll('tbody tr')).to.have.length(1);
    expect(grid.shadowRoot!.querySelector('tbody tr')!.getAttribute('aria-expanded')).to.equal('false');
    await press(grid, 'ArrowRight');
    expect(grid.shadowRoot!.querySelectorAll('tbody tr')).to.have.length(3);
    await expectAccessible(grid);
  });

  it('edits by typing, commits with Tab and goes on to the right', async () => {
    const grid = await mount();
    grid.focus();
    await press(grid, 'ArrowDown');
    await press(grid, 'ArrowRight');
    await press(grid, '1');
    await type(grid, '120');
    await press(grid, 'Tab');
    expect(edits).to.deep.equal([{ rowId: 'east', columnKey: '01', value: 120_000_000 }]);
    expect(activeText(grid)).to.contain('2.0').and.contain('锁定');
    expect(grid.shadowRoot!.activeElement!.localName).to.equal('table');
  });

  it('keeps what it cannot read, says why, and Esc gives the old value back', async () => {
    const grid = await mount();
    grid.focus();
    await press(grid, 'ArrowRight', { ctrlKey: true });
    await press(grid, 'Enter');
    await type(grid, '一百');
    await press(grid, 'Enter');
    expect(grid.shadowRoot!.querySelector('[role=alert]')!.textContent).to.contain('这里要填数');
    expect(grid.shadowRoot!.querySelector('input')!.value).to.equal('一百');
    await expectAccessible(grid);
    await press(grid, 'Escape');
    expect(grid.shadowRoot!.querySelector('input')).to.equal(null);
    expect(edits).to.deep.equal([]);
  });

  it('copies a block in the unit shown and pastes one', async () => {
    const grid = await mount();
    grid.focus();
    await press(grid, 'ArrowDown');
    await press(grid, 'ArrowRight');
    await press(grid, 'ArrowRight', { shiftKey: true });
    await press(grid, 'ArrowDown', { shiftKey: true });
    const copied = new DataTransfer();
    const table = grid.shadowRoot!.querySelector('table')!;
    table.dispatchEvent(clipboard('copy', copied));
    expect(copied.getData('text/plain')).to.equal('1\t2\n2\t2');
    const pasted = new DataTransfer();
    pasted.setData('text/plain', '5\tx\n6\t7');
    table.dispatchEvent(clipboard('paste', pasted));
    expect(edits).to.deep.equal([
      { rowId: 'east', columnKey: '01', value: 5_000_000 },
      { rowId: 'north', columnKey: '01', value: 6_000_000 },
      { rowId: 'north', columnKey: '02', value: 7_000_000 },
    ]);
  });

  it('renders a part of many rows and reaches the last by keyboard', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({
      id: `r${index}`,
      label: `客户${index}`,
      values: { '01': index },
    }));
    const grid = await mount(many);
    expect(grid.shadowRoot!.querySelectorAll('tbody tr').length).to.be.lessThan(120);
    grid.focus();
    await press(grid, 'End', { ctrlKey: true });
    await new Promise((resolve) => setTimeout(resolve, 60));
    await settled(grid);
    expect(grid.shadowRoot!.textContent).to.contain('客户1999');
    const active = grid.shadowRoot!.querySelector('table')!.getAttribute('aria-activedescendant');
    expect(grid.shadowRoot!.getElementById(active!)).to.not.equal(null);
  });
});
