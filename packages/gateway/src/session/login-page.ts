import { randomBytes } from 'node:crypto';
import type { Locale } from '@milepost/sdk/host';
import { catalogue } from '../http/catalogue.ts';
import type { GatewayContext } from '../http/env.ts';
import { ApiProblem, problemResponse } from '../http/problem.ts';

const style = `
:root { color-scheme: light dark; }
body { margin: 0; min-block-size: 100vh; display: grid; place-items: center; font: 16px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif; }
main { box-sizing: border-box; inline-size: min(100%, 34rem); padding: 24px; }
h1 { margin: 0 0 12px; font-size: 24px; line-height: 1.3; }
p { margin: 0 0 12px; overflow-wrap: anywhere; }
a { display: inline-block; margin-block: 12px; padding: 10px 20px; border: 1px solid currentColor; border-radius: 6px; color: LinkText; text-decoration: none; }
a:hover, a:focus-visible { text-decoration: underline; }
small { display: block; opacity: .8; font-size: 13px; }
`;

const texts = {
  'zh-CN': { again: '重新登录', told: '联系管理员时请提供：' },
  en: { again: 'Sign in again', told: 'When you ask an administrator, tell:' },
} as const;

/**
 * Runs a step of signing in that a browser shows. What goes wrong there is a page for people, with the way to try again;
 * a program that does not ask for HTML gets the problem as everywhere else.
 * @param returnTo a path of ours to go to after the next try.
 */
export async function onLoginPage(c: GatewayContext, returnTo: () => string, step: () => Promise<Response>): Promise<Response> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    c.set('outcome', error.code);
    if (!(c.req.header('accept') ?? '').includes('text/html')) throw error;
    const nonce = randomBytes(18).toString('base64');
    const page = renderPage(error, c.get('locale'), c.get('requestId'), returnTo(), nonce);
    const { headers } = problemResponse(error, c.get('locale'), c.get('requestId'));
    headers.set('content-type', 'text/html; charset=utf-8');
    headers.set(
      'content-security-policy',
      `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    return new Response(page, { status: catalogue[error.code].status, headers });
  }
}

function renderPage(problem: ApiProblem, locale: Locale, requestId: string, returnTo: string, nonce: string): string {
  const { title, remedy } = catalogue[problem.code];
  const { again, told } = texts[locale];
  const detail = problem.extras.detail?.[locale];
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(title[locale])} · Milepost</title><style nonce="${nonce}">${style}</style></head>
<body><main>
<h1>${escape(title[locale])}</h1>
${detail === undefined ? '' : `<p>${escape(detail)}</p>`}
<p>${escape(remedy[locale])}</p>
<p><a href="/api/login?returnTo=${encodeURIComponent(returnTo)}">${again}</a></p>
<small>${told} <code>${problem.code}</code> · <code>${escape(requestId)}</code></small>
</main></body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
