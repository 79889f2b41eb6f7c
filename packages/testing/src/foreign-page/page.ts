import { enumWord } from '@milepost/crm/csv';
import type { Account } from '@milepost/crm';

/** What the page is made from. */
export interface PageParts {
  readonly gateway: string;
  readonly accounts: readonly Account[];
  readonly account: Account;
  readonly nonce: string;
  readonly frame: boolean;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML, also inside attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? character);
}

const money = (minor: number | null): string =>
  minor === null ? '—' : (minor / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2 });

function widget(account: Account, frame: boolean, plugin: string, name: string): string {
  const mode = frame ? ' mode="frame"' : '';
  return `<milepost-widget plugin="${plugin}" widget="${name}" account="${escapeHtml(account.id)}" token-endpoint="/milepost-assertion"${mode}></milepost-widget>`;
}

/** The account page of an old CRM, with widgets beside its own fields. */
export function accountPage({ gateway, accounts, account, nonce, frame }: PageParts): string {
  const field = (label: string, value: string): string => `<tr><th>${label}</th><td>${escapeHtml(value)}</td></tr>`;
  const links = accounts
    .map(
      ({ id, name }) =>
        `<a href="/accounts/${encodeURIComponent(id)}"${id === account.id ? ' class="on"' : ''}>${escapeHtml(name)}</a>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(account.name)} - 旧版客户管理系统</title>
<link rel="stylesheet" href="/style.css">
<script nonce="${nonce}" src="/page.js"></script>
<script nonce="${nonce}" type="module" src="${gateway}/embed.js"></script>
</head>
<body>
<div class="head"><span>您好，管理员 | 退出</span><b>旧版客户管理系统 V3.2</b></div>
<div class="cols">
<div class="box list"><h2>我的客户</h2>${links}</div>
<div class="box"><h2>客户资料</h2><div>
<h1>${escapeHtml(account.name)}</h1><br>
<table>
${field('客户编号', account.id)}
${field('类型', `${enumWord('accounts.customerType', account.customerType, 'zh-CN')} / ${account.tier} 级`)}
${field('省市', `${account.province ?? ''} ${account.city ?? ''}`)}
${field('地址', account.address ?? '')}
${field('信用额度', `${money(account.creditLimitMinor)} ${account.currency}`)}
${field('账期', account.creditDays === null ? '—' : `${account.creditDays} 天`)}
${field('建档日期', account.createdOn)}
</table><br>
<button type="button">编辑</button> <button type="button">打印</button>
</div>
<h2>目标贡献</h2>
${widget(account, frame, 'target-decomposition', 'account-contribution')}
</div>
<div class="box side"><h2>拜访</h2>
${widget(account, frame, 'visit-planning', 'account-visits')}
<h2>合规检查</h2>
${widget(account, frame, 'compliance-checklists', 'account-checks')}
</div>
</div>
</body>
</html>
`;
}

/** The page's own script: it uses custom elements of its own and a global name that a guest must not touch. */
export const pageScript = `
window.crm = { version: '3.2' };
customElements.define('crm-clock', class extends HTMLElement {});
`;
