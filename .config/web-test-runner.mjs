/**
 * Element tests: every `*.browser.test.ts` runs in a real Chromium, served unbundled from the repository root.
 *
 * One package: `pnpm exec wtr --config .config/web-test-runner.mjs --files 'packages/ui/**\/*.browser.test.ts'`
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { chromium } from 'playwright-core';

const root = fileURLToPath(new URL('..', import.meta.url));

const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium to test with: the one named in MILEPOST_CHROMIUM, an installed one, or Playwright's download. */
function findChromium() {
  const named = process.env.MILEPOST_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`MILEPOST_CHROMIUM names ${named}, which does not exist. Name the Chromium executable to use.`);
  }
  const found = [...usualPaths, chromium.executablePath()].find((path) => existsSync(path));
  if (found) return found;
  throw new Error(
    'No Chromium found. Install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium) or name it in MILEPOST_CHROMIUM.',
  );
}

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium refuses its sandbox to root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

export default {
  rootDir: root,
  files: ['packages/**/*.browser.test.ts', 'plugins/**/*.browser.test.ts', 'shell/**/*.browser.test.ts'].flatMap((pattern) => [
    pattern,
    '!**/node_modules/**',
  ]),
  nodeResolve: { exportConditions: ['browser', 'production'] },
  concurrency: 2,
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: findChromium(), args: flags },
      createBrowserContext: ({ browser }) =>
        browser.newContext({
          locale: 'zh-CN',
          timezoneId: 'Asia/Shanghai',
          viewport: { width: 1024, height: 768 },
        }),
    }),
  ],
  plugins: [
    esbuildPlugin({
      ts: true,
      json: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('../tsconfig.base.json', import.meta.url)),
    }),
  ],
  testFramework: { config: { ui: 'bdd', timeout: 10_000 } },
};
