import { expect, expectAccessible, fixture, nextEvent, settled } from '@milepost/testing/browser';
import { html } from 'lit';
import { ensureElements, registerElement, setUiLocale, uiElements } from './index.ts';
import { applyTokens } from './tokens/tokens.ts';

before(async () => {
  applyTokens(document, 'light');
  await ensureElements(Object.keys(uiElements));
});

afterEach(() => setUiLocale('zh-CN'));

describe('the registry', () => {
  it('accepts the same class twice and warns about another one', () => {
    const warnings: string[] = [];
    const { warn } = console;
    console.warn = (text: string) => void warnings.push(text);
    const first = customElements.get('mp-icon')!;
    registerElement('mp-icon', first);
    expect(warnings).to.have.length(0);
    registerElement('mp-icon', class Other extends HTMLElement {});
    console.warn = warn;
    expect(warnings.join()).to.contain('<mp-icon> is already registered with another class');
    expect(customElements.get('mp-icon')).to.equal(first);
  });

  it('names what it does not know', async () => {
    const error = await ensureElements(['mp-nothing']).catch((reason: unknown) => reason);
    expect(String(error)).to.contain('ui.unknown-element: <mp-nothing>');
  });
});

describe('figures, cards and states', () => {
  it('opens a figure by its button and says which way it went', async () => {
    const figure = await fixture<HTMLElement>(
      html`<mp-figure
        label="回款"
        value="1,234.5"
        unit="万元"
        comparison="比上月 +3.1%"
        trend="up"
        tone="positive"
        interactive
      ></mp-figure>`,
    );
    const opened = nextEvent(figure, 'mp-open');
    figure.shadowRoot!.querySelector('button')!.click();
    await opened;
    expect(figure.shadowRoot!.textContent).to.contain('上升');
    await expectAccessible(figure);
  });

  it('keeps loading silent for 300 ms', async () => {
    const state = await fixture<HTMLElement>(html`<mp-state kind="loading"></mp-state>`);
    const skeleton = state.shadowRoot!.querySelector('.skeleton')!;
    expect(skeleton.hasAttribute('data-quiet')).to.equal(true);
    await new Promise((resolve) => setTimeout(resolve, 350));
    await settled(state);
    expect(skeleton.hasAttribute('data-quiet')).to.equal(false);
    await expectAccessible(state);
  });

  it('says what happened and the code, in the language set, and offers a retry', async () => {
    const card = await fixture<HTMLElement>(html`<mp-card heading="拜访" state="error" code="sync.offline"></mp-card>`);
    const state = card.shadowRoot!.querySelector('mp-state')!;
    await settled(state);
    expect(state.shadowRoot!.textContent).to.contain('重试').and.contain('sync.offline');
    setUiLocale('en');
    await settled(state);
    expect(state.shadowRoot!.textContent).to.contain('Try again');
    const retried = nextEvent(card, 'mp-retry');
    state.shadowRoot!.querySelector('button')!.click();
    await retried;
    await expectAccessible(card);
  });
});

describe('form elements', () => {
  it('submits values with its form, and fires change only for what a person does', async () => {
    const form = await fixture<HTMLFormElement>(
      html`<form>
        <mp-input label="客户" name="account" .value=${'华东一店'}></mp-input>
        <mp-number label="目标" name="target" kind="money" .value=${120_000}></mp-number>
        <mp-select
          label="类型"
          name="kind"
          .options=${[
            { value: 'a', label: '甲' },
            { value: 'b', label: '乙' },
          ]}
          .value=${'b'}
        ></mp-select>
        <mp-checkbox label="同意" name="agree" checked></mp-checkbox>
        <mp-switch label="提醒" name="remind"></mp-switch>
        <mp-date label="日期" name="day" .value=${'2026-01-05'}></mp-date>
        <mp-textarea label="备注" name="note"></mp-textarea>
        <mp-radio-group
          label="周期"
          name="cycle"
          .options=${[
            { value: 'm', label: '月' },
            { value: 'q', label: '季' },
          ]}
          .value=${'q'}
        ></mp-radio-group>
      </form>`,
    );
    for (const element of form.children) await settled(element);
    expect(Object.fromEntries(new FormData(form))).to.deep.equal({
      account: '华东一店',
      target: '120000',
      kind: 'b',
      agree: 'on',
      day: '2026-01-05',
      note: '',
      cycle: 'q',
    });
    let changes = 0;
    form.addEventListener('change', () => changes++);
    const input = form.querySelector('mp-input')!;
    input.value = '华北二店';
    await settled(input);
    expect(changes).to.equal(0);
    const native = input.shadowRoot!.querySelector('input')!;
    native.value = '华南三店';
    native.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    native.dispatchEvent(new Event('change', { bubbles: true }));
    expect(changes).to.equal(1);
    expect(input.value).to.equal('华南三店');
    await expectAccessible(form);
  });

  it('reads amounts as people type them and keeps what it cannot read', async () => {
    const number = await fixture<HTMLElementTagNameMap['mp-number']>(html`<mp-number label="目标" kind="money"></mp-number>`);
    const native = number.shadowRoot!.querySelector('input')!;
    const type = async (text: string) => {
      native.value = text;
      native.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      native.dispatchEvent(new Event('change', { bubbles: true }));
      await settled(number);
    };
    await type('1.2万');
    expect(number.value).to.equal(1_200_000);
    expect(native.value).to.equal('12,000.00');
    await type('一百二');
    expect(number.value).to.equal(null);
    expect(native.value).to.equal('一百二');
    expect(number.shadowRoot!.textContent).to.contain('这里要填数');
    await expectAccessible(number);
  });
});

describe('what opens', () => {
  it('closes the panel with Esc and gives the focus back', async () => {
    const page = await fixture<HTMLElement>(html`<div><button>为什么</button><mp-panel heading="组成">甲</mp-panel></div>`);
    const opener = page.querySelector('button')!;
    const panel = page.querySelector('mp-panel')!;
    opener.focus();
    panel.open = true;
    await settled(panel);
    expect(panel.shadowRoot!.activeElement?.localName).to.equal('h2');
    await expectAccessible(panel);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await settled(panel);
    expect(panel.open).to.equal(false);
    await new Promise((resolve) => setTimeout(resolve));
    expect(document.activeElement).to.equal(opener);
  });

  it('opens a dialog with the focus on what asks for it', async () => {
    const dialog = await fixture<HTMLElementTagNameMap['mp-dialog']>(
      html`<mp-dialog heading="登录已过期"
        >内容还在。<mp-button slot="actions" autofocus variant="primary">重新登录</mp-button></mp-dialog
      >`,
    );
    dialog.show();
    await settled(dialog);
    expect(document.activeElement?.textContent).to.contain('重新登录');
    await new Promise((resolve) => setTimeout(resolve, 250));
    await expectAccessible(dialog);
  });

  it('gives the focus to the main action of a dialog, not to ×, and takes it back to the cell it came from', async () => {
    const host = await fixture<HTMLDivElement>(
      html`<div>
        <mp-input label="格"></mp-input>
        <mp-dialog heading="发布目标">
          <p>下级会看到新目标。</p>
          <mp-button slot="actions">取消</mp-button>
          <mp-button slot="actions" variant="primary">发布</mp-button>
        </mp-dialog>
      </div>`,
    );
    const [cell, dialog] = [host.querySelector('mp-input')!, host.querySelector('mp-dialog')!];
    cell.focus();
    expect(document.activeElement).to.equal(cell);
    dialog.show();
    await settled(dialog);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(document.activeElement?.textContent).to.contain('发布');
    dialog.close();
    await settled(dialog);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(document.activeElement).to.equal(cell);
    expect(cell.shadowRoot!.activeElement?.tagName).to.equal('INPUT');
  });

  it('asks before what cannot be taken back', async () => {
    const confirm = await fixture<HTMLElementTagNameMap['mp-confirm']>(html`<mp-confirm></mp-confirm>`);
    const answer = confirm.ask({
      title: '删除计划？',
      text: '拜访记录会保留。',
      action: '删除计划',
      danger: true,
    });
    await settled(confirm);
    await new Promise((resolve) => setTimeout(resolve, 250));
    await expectAccessible(confirm);
    confirm.shadowRoot!.querySelector<HTMLElement>('.danger')!.click();
    expect(await answer).to.equal(true);
  });

  it('moves through a menu by keyboard', async () => {
    const menu = await fixture<HTMLElementTagNameMap['mp-menu']>(
      html`<mp-menu
        label="操作"
        .items=${[
          { value: 'a', label: '发布' },
          { value: 'b', label: '删除', danger: true },
        ]}
      ></mp-menu>`,
    );
    const root = menu.shadowRoot!;
    root.querySelector<HTMLElement>('.button')!.click();
    await settled(menu);
    expect(root.activeElement?.textContent).to.contain('发布');
    root.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    expect(root.activeElement?.textContent).to.contain('删除');
    await expectAccessible(menu);
    const chosen = nextEvent<CustomEvent>(menu, 'mp-select');
    (root.activeElement as HTMLElement).click();
    expect((await chosen).detail).to.deep.equal({ value: 'b' });
  });

  it('shows notices above everything and offers to undo', async () => {
    const toast = await fixture<HTMLElementTagNameMap['mp-toast']>(html`<mp-toast></mp-toast>`);
    let undone = false;
    toast.notify({
      text: '已发布计划',
      tone: 'positive',
      action: { label: '撤销', run: () => (undone = true) },
    });
    await settled(toast);
    await new Promise((resolve) => setTimeout(resolve, 250));
    await expectAccessible(toast);
    toast.shadowRoot!.querySelector<HTMLElement>('.quiet')!.click();
    expect(undone).to.equal(true);
  });
});

describe('mp-table', () => {
  const columns = [
    { key: 'name', label: '客户', sortable: true },
    { key: 'amount', label: '金额（万元）', format: 'money' as const, unit: 'wan' as const, sortable: true },
  ];
  const rows = Array.from({ length: 1000 }, (_, index) => ({
    id: `r${index}`,
    name: `客户${index}`,
    amount: index * 1_000_000,
  }));

  it('renders a few of many rows, sorts, and opens a row', async () => {
    const table = await fixture<HTMLElementTagNameMap['mp-table']>(
      html`<mp-table
        label="客户"
        row-open
        .columns=${columns}
        .rows=${rows}
        .totals=${{ id: 't', name: '合计', amount: 5 }}
      ></mp-table>`,
    );
    await settled(table);
    const root = table.shadowRoot!;
    expect(root.querySelectorAll('tbody tr').length).to.be.lessThan(80);
    root.querySelectorAll<HTMLElement>('.sort')[1]!.click();
    root.querySelectorAll<HTMLElement>('.sort')[1]!.click();
    await settled(table);
    expect(root.querySelector('tbody tr:not(.spacer)')!.textContent).to.contain('客户999').and.contain('999.0');
    expect(root.querySelectorAll('thead th')[1]!.getAttribute('aria-sort')).to.equal('descending');
    const opened = nextEvent<CustomEvent>(table, 'mp-row-open');
    root.querySelector<HTMLElement>('tbody .drill button')!.click();
    expect((await opened).detail.rowId).to.equal('r999');
    await expectAccessible(table);
  });

  it('shows the rows at the end after scrolling there', async () => {
    const table = await fixture<HTMLElementTagNameMap['mp-table']>(
      html`<mp-table label="客户" .columns=${columns} .rows=${rows}></mp-table>`,
    );
    await settled(table);
    const scroller = table.shadowRoot!.querySelector('.scroll')!;
    scroller.scrollTop = scroller.scrollHeight;
    await nextEvent(scroller, 'scroll');
    await settled(table);
    expect(table.shadowRoot!.textContent).to.contain('客户999');
  });

  it('says that it is empty', async () => {
    const table = await fixture<HTMLElement>(
      html`<mp-table label="客户" .columns=${columns} state-heading="还没有客户"></mp-table>`,
    );
    expect(table.shadowRoot!.querySelector('mp-state')!.shadowRoot!.textContent).to.contain('还没有客户');
    await expectAccessible(table);
  });
});
