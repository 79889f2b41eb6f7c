import { expect, expectAccessible, fixture, nextEvent, settled } from '@milepost/testing/browser';
import { html } from 'lit';
import { applyTokens, ensureElements, setUiLocale } from '../../index.ts';

before(async () => {
  applyTokens(document, 'light');
  await ensureElements(['mp-date']);
});

afterEach(() => setUiLocale('zh-CN'));

async function mount(template = html`<mp-date label="拜访日期" .value=${'2026-11-16'}></mp-date>`) {
  const date = await fixture<HTMLElementTagNameMap['mp-date']>(template);
  const input = date.shadowRoot!.querySelector<HTMLInputElement>('#control')!;
  const type = async (text: string) => {
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(date);
  };
  return { date, input, type };
}

describe('mp-date', () => {
  it('writes the day in the language of the page, whatever the browser speaks', async () => {
    const { date, input } = await mount();
    expect(input.value).to.equal('2026年11月16日');
    setUiLocale('en');
    await settled(date);
    expect(input.value).to.equal('16 Nov 2026');
    await expectAccessible(date);
  });

  it('reads what is typed, in the year of the day before', async () => {
    const { date, input, type } = await mount();
    const changed = nextEvent(date, 'change');
    await type('12/5');
    await changed;
    expect(date.value).to.equal('2026-12-05');
    expect(input.value).to.equal('2026年12月5日');
    await type('2027-01-04');
    expect(date.value).to.equal('2027-01-04');
    await type('');
    expect(date.value).to.equal('');
  });

  it('keeps what it cannot read, and says what to write', async () => {
    const { date, input, type } = await mount();
    await type('下周一');
    expect(date.value).to.equal('');
    expect(input.value).to.equal('下周一');
    expect(date.shadowRoot!.textContent).to.contain('这里要填日期');
    expect(date.checkValidity()).to.equal(false);
    date.value = '2026-11-23';
    await settled(date);
    expect(input.value).to.equal('2026年11月23日');
    expect(date.checkValidity()).to.equal(true);
    await expectAccessible(date);
  });

  it('names the first and the last day allowed', async () => {
    const { date, type } = await mount(
      html`<mp-date label="日期" min="2026-11-20" max="2026-11-30" .value=${'2026-11-23'}></mp-date>`,
    );
    await type('11/19');
    expect(date.shadowRoot!.textContent).to.contain('2026年11月20日或以后');
    await type('12/1');
    expect(date.shadowRoot!.textContent).to.contain('2026年11月30日或以前');
    expect(date.checkValidity()).to.equal(false);
    await type('11/24');
    expect(date.checkValidity()).to.equal(true);
  });

  it('opens the calendar by its button and by Alt and Down, and takes the day picked there', async () => {
    const { date, input } = await mount();
    const picker = date.shadowRoot!.querySelector<HTMLInputElement>('.picker')!;
    let opened = 0;
    picker.showPicker = () => void opened++;
    date.shadowRoot!.querySelector('button')!.click();
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));
    expect(opened).to.equal(2);
    expect(picker.value).to.equal('2026-11-16');
    const changed = nextEvent(date, 'change');
    picker.value = '2026-11-18';
    picker.dispatchEvent(new Event('change', { bubbles: true }));
    await changed;
    await settled(date);
    expect(date.value).to.equal('2026-11-18');
    expect(input.value).to.equal('2026年11月18日');
  });
});
