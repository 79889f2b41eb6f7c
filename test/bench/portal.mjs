// `pnpm bench:portal`: cold loads of the demo company in a slow browser. Prints figures; asserts nothing.
import { rm } from 'node:fs/promises';
import { closeBrowser, newContext, settled, signIn } from '../support/browser.ts';
import { prepareTemplate } from '../support/data-folder.ts';
import { widgetsReady } from '../support/foreign.ts';
import { measureLoad } from '../support/measure.ts';
import { startPortal } from '../support/portal.ts';
import { serve } from '../support/program.ts';

const slow = { cpu: Number(process.env.BENCH_CPU ?? 4), latencyMs: Number(process.env.BENCH_LATENCY ?? 20) };
const repeats = Number(process.env.BENCH_REPEATS ?? 5);
const kept = process.env.MILEPOST_TEST_TEMPLATE;
const template = kept ?? (await prepareTemplate()).folder;
const portal = await startPortal({ template });
const crm = await serve(['demo-crm', '--gateway', portal.url, '--port', '0', '--user', portal.user('rep').id], {
  MILEPOST_DATA: portal.dataDir,
});

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const kb = (bytes) => (bytes / 1000).toFixed(1);

/** The load with the median LCP of a few cold ones. */
async function measure(what, url, user, ready) {
  const loads = [];
  for (let run = 0; run < repeats; run += 1) {
    const context = await newContext();
    if (user) await signIn(context, portal, user);
    loads.push(await measureLoad(await context.newPage(), url, ready, slow));
    await context.close();
  }
  const lcp = median(loads.map(({ lcpMs }) => lcpMs));
  const load = loads.find(({ lcpMs }) => lcpMs === lcp) ?? loads[0];
  const plugins = load.files.filter(({ url: file }) => file.startsWith(`${portal.url}/plugins/`));
  return {
    page: what,
    'LCP ms': Math.round(lcp),
    'requests before': load.beforeLcp.requests,
    'script kB before': kb(load.beforeLcp.scriptBytes),
    'all requests': load.files.length,
    'all kB': kb(load.files.reduce((sum, { bytes }) => sum + bytes, 0)),
    'plugin requests': plugins.length,
    'plugin kB': kb(plugins.reduce((sum, { bytes }) => sum + bytes, 0)),
    'Lit copies': load.litCopies,
    painted: load.lcpElement,
  };
}

try {
  const rows = [];
  for (const role of ['rep', 'manager', 'ops']) rows.push(await measure(`home, ${role}`, portal.url, portal.user(role), settled));
  const pages = [
    ['/targets', 'ops'],
    ['/visits', 'rep'],
    ['/scores', 'manager'],
    ['/checks', 'manager'],
    ['/accounts', 'manager'],
  ];
  for (const [path, role] of pages) rows.push(await measure(`${path}, ${role}`, portal.url + path, portal.user(role), settled));
  rows.push(await measure('foreign page, 3 widgets', crm.url, null, async (page) => await widgetsReady(page, 3)));
  console.log(`\nCold loads, ${slow.cpu}x CPU throttle, ${slow.latencyMs} ms latency, median of ${repeats}\n`);
  console.table(rows);
} finally {
  await closeBrowser();
  await crm.end();
  await portal.stop();
  if (!kept) await rm(template, { recursive: true, force: true });
}
