import type { Locator, Page } from 'playwright-core';
import { settled } from '../support/browser.ts';

/** The page of target decomposition, in Chinese. */
export class TargetsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get #grid(): Locator {
    return this.page.getByRole('treegrid');
  }

  /** Spreads a year's total with the recommended methods and saves the draft. */
  async decompose(total: string): Promise<void> {
    await this.page.getByRole('textbox', { name: '全年总额（含税）' }).fill(total);
    await this.page.getByRole('textbox', { name: '全年总额（含税）' }).press('Tab');
    await this.page.getByRole('button', { name: '预览分解结果' }).click();
    await this.page.getByRole('button', { name: '保存为草稿' }).click();
    await this.#grid.waitFor();
    await settled(this.page);
  }

  /** Shows amounts in yuan with two decimals, so that sums can be checked to the fen. */
  async showYuan(): Promise<void> {
    await this.page.getByText('元', { exact: true }).last().click();
  }

  /** Enters a value in a cell above the leaves and applies the proposed spread. */
  async edit(row: string, column: string, value: string): Promise<void> {
    await (await this.cell(row, column)).click();
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(value);
    await this.page.keyboard.press('Enter');
    await this.page.getByRole('button', { name: '应用改动' }).click();
  }

  async undo(): Promise<void> {
    await this.page.getByRole('button', { name: '撤销' }).click();
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: /^保存 \d+ 处改动$/ }).click();
    await this.page.getByRole('button', { name: '已保存' }).waitFor();
  }

  /** A cell by the words of its row and column. */
  async cell(row: string, column: string): Promise<Locator> {
    const headers = await this.#grid.getByRole('columnheader').allInnerTexts();
    const index = headers.findIndex((text) => text.trim() === column);
    if (index < 0) throw new Error(`No column ${column}; there are ${headers.join(', ')}`);
    const line = this.#grid
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: row }) })
      .first();
    return line.locator(`[aria-colindex="${index + 1}"]`);
  }

  /** Every amount in sight in fen, by row and column; `level` is the depth of the row, from 1. */
  async amounts(): Promise<
    readonly {
      readonly row: string;
      readonly level: number;
      readonly amounts: Readonly<Record<string, number>>;
    }[]
  > {
    const headers = (await this.#grid.getByRole('columnheader').allInnerTexts()).map((text) => text.trim());
    const rows = await this.#grid.locator('tbody tr[aria-level]').evaluateAll((lines) =>
      lines.map((line) => ({
        level: Number(line.getAttribute('aria-level')),
        cells: [...line.children].map((cell) => (cell as HTMLElement).innerText.trim().split('\n')[0] ?? ''),
      })),
    );
    return rows.map(({ level, cells: [name = '', ...values] }) => ({
      row: name,
      level,
      amounts: Object.fromEntries(
        values.map((text, index) => [
          headers[index + 1] ?? '',
          Math.round(Number(text.replaceAll(',', '').replace('−', '-')) * 100),
        ]),
      ),
    }));
  }
}
