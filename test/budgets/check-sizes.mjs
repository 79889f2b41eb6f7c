#!/usr/bin/env node
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

// Size budgets of the built product. Counts bytes and files only: the same on every machine. What a browser really loads is
// measured by test/e2e/budgets.e2e.ts; this finds a fat build before a browser is started.

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** As the gateway compresses. */
const gzip = (bytes) => gzipSync(bytes, { level: 9 }).length;
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** A file and what it imports statically, each once. */
function closure(folder, files) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file) || !existsSync(join(folder, file))) return;
    found.add(file);
    const code = readFileSync(join(folder, file), 'utf8');
    for (const [, specifier] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g))
      visit(posix.join(posix.dirname(file), specifier));
  };
  files.forEach(visit);
  return [...found];
}

const weigh = (folder, files) => files.reduce((sum, file) => sum + gzip(readFileSync(join(folder, file))), 0);
const litMarker = /lit\$|litHtmlVersions/;
const results = [];

function budget(what, bytes, limit, requests, requestLimit) {
  const tooMany = requestLimit !== undefined && requests > requestLimit;
  results.push({ what, bytes, limit, requests, requestLimit, ok: bytes <= limit && !tooMany });
}

function checkPlugin(id) {
  const dist = join(root, 'plugins', id, 'dist');
  if (!existsSync(join(dist, 'plugin.json'))) return results.push({ what: `${id}: not built`, bytes: 0, limit: 0, ok: false });
  const { contributes, preload, remote, locales } = JSON.parse(readFileSync(join(dist, 'plugin.json'), 'utf8'));
  const views = new Set([...(contributes.pages ?? []), ...(contributes.widgets ?? [])].map(({ view }) => view));
  for (const view of views) {
    const hinted = preload?.views?.[view];
    if (!hinted) {
      results.push({ what: `${id}/${view}: no preload hint in plugin.json`, bytes: 0, limit: 0, ok: false });
      continue;
    }
    // The heaviest language counts.
    const sizes = locales.map((locale) => {
      const files = closure(dist, [remote.entry, ...(preload.plugin ?? []), ...hinted, ...(preload.messages?.[locale] ?? [])]);
      return { bytes: weigh(dist, files), requests: files.length };
    });
    const { bytes, requests } = sizes.sort((a, b) => b.bytes - a.bytes)[0];
    budget(`${id}/${view}`, bytes, 50_000, requests, 10);
  }
  const carriers = readdirSync(dist, { recursive: true }).filter(
    (file) => String(file).endsWith('.js') && litMarker.test(readFileSync(join(dist, String(file)), 'utf8')),
  );
  if (carriers.length > 0)
    results.push({
      what: `${id}: carries a Lit of its own in ${carriers.join(', ')}`,
      bytes: 0,
      limit: 0,
      ok: false,
    });
}

function checkShell() {
  const dist = join(root, 'shell/dist');
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const scripts = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file);
  const files = closure(dist, scripts);
  budget('portal, scripts of the page itself', weigh(dist, files), 120_000, files.length, 8);
  const copies = readdirSync(join(dist, 'assets')).filter(
    (file) => file.endsWith('.js') && /litHtmlVersions/.test(readFileSync(join(dist, 'assets', file), 'utf8')),
  );
  results.push({
    what: `portal: Lit in ${copies.length} file(s)`,
    bytes: copies.length,
    limit: 1,
    ok: copies.length === 1,
    plain: true,
  });
}

function checkEmbed() {
  const dist = join(root, 'packages/embed/dist');
  budget('embed.js', weigh(dist, closure(dist, ['embed.js'])), 10_000);
}

for (const id of readdirSync(join(root, 'plugins')).sort()) checkPlugin(id);
checkShell();
checkEmbed();

for (const { what, bytes, limit, requests, requestLimit, ok, plain } of results) {
  const size = limit === 0 || plain ? '' : `${kb(bytes).padStart(9)} of ${kb(limit)}`;
  const count = requestLimit === undefined ? '' : `, ${requests} of ${requestLimit} requests`;
  console.log(`${ok ? '✓' : '✗'} ${what.padEnd(44)} ${size}${count}`);
}
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
