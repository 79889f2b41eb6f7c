/**
 * Prints what each element costs by itself as a production build: minified, gzip, with everything it is made of but
 * Lit, which the host has anyway. `node scripts/sizes.mjs`; `--table` writes Markdown.
 */
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const registry = readFileSync(`${root}src/ui-elements.ts`, 'utf8');
const entries = [...registry.matchAll(/'(mp-[\w-]+)': async \(\) => \(await import\('(.+?)'\)\)\.(\w+)/g)].map(
  ([, tag, path, name]) => [tag, `export { ${name} } from '${root}src/${path.slice(2)}';`],
);
entries.unshift(
  ['@milepost/ui (tokens, registry, formats)', `export * from '${root}src/index.ts';`],
  ['@milepost/ui/first-paint (7 elements)', `export * from '${root}src/first-paint.ts';`],
);
for (const name of ['select', 'dialog', 'tooltip', 'dropdown'])
  entries.push([`wa-${name}`, `import '@awesome.me/webawesome/dist/components/${name}/${name}.js';`]);

/** The bytes of the entry and its static imports: what is loaded together. */
async function measure(code) {
  const virtual = {
    name: 'entry',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith('measured-entry.ts') ? `${root}src/measured-entry.ts` : undefined),
    load: (id) => (id === `${root}src/measured-entry.ts` ? code : undefined),
  };
  const result = await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [virtual],
    build: {
      write: false,
      lib: { entry: `${root}src/measured-entry.ts`, formats: ['es'] },
      minify: true,
      rollupOptions: { external: [/^lit($|\/)/, /^@lit\//] },
    },
  });
  const chunks = [result].flat()[0].output.filter((file) => file.type === 'chunk');
  const wanted = new Set();
  const visit = (chunk) => {
    if (!chunk || wanted.has(chunk)) return;
    wanted.add(chunk);
    for (const name of chunk.imports) visit(chunks.find((other) => other.fileName === name));
  };
  visit(chunks.find((chunk) => chunk.isEntry));
  return [...wanted].reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0);
}

for (const [name, code] of entries) {
  const kilobytes = ((await measure(code)) / 1000).toFixed(1);
  console.log(process.argv.includes('--table') ? `| ${name} | ${kilobytes} |` : `${name.padEnd(44)} ${kilobytes.padStart(6)} kB`);
}
