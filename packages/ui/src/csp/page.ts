/** Runs in a frame whose policy refuses inline styles, evaluation, connections, images, and unvetted HTML. */
import { html, render } from 'lit';
import { applyTokens, ensureElements, ensureWebAwesome, uiElements } from '../index.ts';

/** What the test reads from the frame. */
export interface CspReport {
  violations: string[];
  done: boolean;
  error: string;
}

const report: CspReport = { violations: [], done: false, error: '' };
(window as unknown as { report: CspReport }).report = report;
document.addEventListener('securitypolicyviolation', (event) => {
  report.violations.push(
    `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
  );
});

const options = [
  { value: 'a', label: '华东' },
  { value: 'b', label: '华北' },
];
const categories = [
  { key: '1', label: '1月' },
  { key: '2', label: '2月' },
];
const series = [{ key: 's', label: '实际', values: [1, 2] }];
const columns = [{ key: 'name', label: '名称', width: '120px' }];

const page = html`
  <mp-page heading="页" summary="一句话"
    ><mp-figures slot="figures"><mp-figure label="甲" value="1"></mp-figure></mp-figures
  ></mp-page>
  <mp-card heading="卡" state="error" code="x"></mp-card>
  <mp-select label="区域" .options=${options}></mp-select>
  <mp-multi-select label="多选" .options=${options} .value=${['a', 'b']}></mp-multi-select>
  <mp-number label="数"></mp-number><mp-date label="日"></mp-date><mp-switch label="开"></mp-switch>
  <mp-progress label="进度" value="0.4" expected="0.6"></mp-progress>
  <mp-tooltip text="说明"><button>问</button></mp-tooltip>
  <mp-menu .items=${options}></mp-menu>
  <mp-table label="表" .columns=${columns} .rows=${[{ id: '1', name: '甲' }]}></mp-table>
  <mp-tree-grid
    label="树"
    .columns=${[{ key: 'v', label: '值', width: '80px' }]}
    .rows=${[{ id: '1', label: '甲', values: { v: 1 } }]}
  ></mp-tree-grid>
  <mp-chart heading="图" .categories=${categories} .series=${series}></mp-chart>
  <mp-sparkline .values=${[1, 2, 3]}></mp-sparkline>
  <mp-dialog heading="框">内容</mp-dialog>
  <mp-panel heading="旁">内容</mp-panel>
  <mp-toast></mp-toast>
  <wa-select label="选" multiple><wa-option value="a">甲</wa-option></wa-select>
  <wa-dialog label="框">内容</wa-dialog>
  <button id="tip">提示</button><wa-tooltip for="tip">说明</wa-tooltip>
  <wa-dropdown><button slot="trigger">操作</button><wa-dropdown-item>发布</wa-dropdown-item></wa-dropdown>
`;

type Openable = HTMLElement & { open: boolean };

/** Opens one thing after the other and gives each time to render. */
async function walk(): Promise<void> {
  applyTokens(document, 'dark');
  await ensureElements(Object.keys(uiElements));
  await ensureWebAwesome(['wa-select', 'wa-option', 'wa-dialog', 'wa-tooltip', 'wa-dropdown', 'wa-dropdown-item']);
  render(page, document.body);
  const pause = () => new Promise((resolve) => setTimeout(resolve, 120));
  await pause();
  document.querySelector('mp-toast')?.notify({ text: '好', tone: 'positive' });
  document.querySelector<HTMLElement>('mp-tooltip button')?.focus();
  document.querySelector('mp-menu')?.shadowRoot?.querySelector('button')?.click();
  await pause();
  for (const selector of ['wa-select', 'wa-tooltip', 'wa-dropdown', 'mp-panel', 'mp-dialog', 'wa-dialog']) {
    const element = document.querySelector<Openable>(selector);
    if (element) element.open = true;
    await pause();
    if (element) element.open = false;
    await pause();
  }
}

walk()
  .catch((error: unknown) => (report.error = String(error)))
  .finally(() => (report.done = true));
