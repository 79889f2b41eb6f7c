import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

// crm.example is a page that is not of this machine, served by this machine.
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP crm.example 127.0.0.1',
];

/** A headless Chromium: the one MILEPOST_CHROMIUM names, an installed one, or Playwright's. `args` are added to the usual flags. */
export async function launchChromium(args: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['MILEPOST_CHROMIUM'] ?? places.find((path) => existsSync(path)) ?? chromium.executablePath();
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return await chromium.launch({ executablePath, args: [...quiet, ...asRoot, ...args] });
}
