// `pnpm screenshots`: every view at 360 and 1440 px, light and dark, in both languages, with a contact sheet to look through.
// Fonts differ between machines, so pictures are looked at and not compared; test/e2e/views.e2e.ts asserts what can be asserted.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closeBrowser, newContext, settled, signIn } from './support/browser.ts';
import { prepareTemplate } from './support/data-folder.ts';
import { startPortal } from './support/portal.ts';
import { checkout } from './support/program.ts';
import { views } from './support/views.ts';

const folder = join(checkout, '.cache/screenshots');
const kept = process.env.MILEPOST_TEST_TEMPLATE;
const template = kept ?? (await prepareTemplate()).folder;
const only = process.argv[2];
const looks = ['desk', 'phone'].flatMap((viewport) =>
  ['light', 'dark'].flatMap((theme) => ['zh-CN', 'en'].map((locale) => ({ viewport, theme, locale }))),
);
const nameOf = (view, { viewport, theme, locale }) => `${view.name}-${viewport}-${theme}-${locale}.png`;

if (!only) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const portal = await startPortal({ template });
const chosen = views.filter(({ name }) => !only || name.includes(only));
try {
  for (const look of looks) {
    for (const view of chosen) {
      const context = await newContext(look);
      if (view.role) await signIn(context, portal, portal.user(view.role));
      const page = await context.newPage();
      await page.goto(portal.url + (await view.path(portal)));
      await settled(page);
      await page.screenshot({ path: join(folder, nameOf(view, look)), fullPage: true });
      await context.close();
    }
    console.log(`${look.viewport} ${look.theme} ${look.locale}: ${chosen.length} views`);
  }
  const cell = (view, look) =>
    `<td><a href="${nameOf(view, look)}"><img loading="lazy" src="${nameOf(view, look)}" alt="${nameOf(view, look)}" width="${look.viewport === 'phone' ? 180 : 420}"></a></td>`;
  const head = looks.map(({ viewport, theme, locale }) => `<th>${viewport}<br>${theme}<br>${locale}</th>`).join('');
  const rows = chosen.map((view) => `<tr><th>${view.name}</th>${looks.map((look) => cell(view, look)).join('')}</tr>`).join('\n');
  const style =
    'body{font:14px system-ui;background:#888}th{position:sticky;left:0;background:#fff;padding:4px}td{vertical-align:top}';
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><title>Screenshots</title><style>${style}</style><table><tr><th></th>${head}</tr>\n${rows}</table>\n`,
  );
  console.log(join(folder, 'index.html'));
} finally {
  await closeBrowser();
  await portal.stop();
  if (!kept) await rm(template, { recursive: true, force: true });
}
