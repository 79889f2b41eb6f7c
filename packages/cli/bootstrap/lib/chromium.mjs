import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Refusal, steps } from './messages.mjs';
import { root } from './project.mjs';
import { runStep } from './run.mjs';

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const elsewhere = [
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Finds a Chromium for the browser tests, installing Debian's where that is possible without asking anybody.
 * @throws Refusal saying what to install
 */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  if (isDebian() && process.getuid?.() === 0) {
    const install = 'apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk';
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await runStep(steps.chromium, 'chromium', install, [], { shell: true, env });
    const installed = await findChromium();
    if (installed) return installed;
  }
  throw new Refusal({
    zh: '没有找到 Chromium，浏览器测试无法运行。请安装（Debian：sudo apt-get install chromium fonts-noto-cjk；其他系统：npx playwright install chromium），或用 MILEPOST_CHROMIUM 指定其路径。',
    en: 'No Chromium found, so the browser tests cannot run. Install one (Debian: sudo apt-get install chromium fonts-noto-cjk; elsewhere: npx playwright install chromium), or name its path in MILEPOST_CHROMIUM.',
  });
}

async function findChromium() {
  const named = process.env.MILEPOST_CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Refusal({
      zh: `MILEPOST_CHROMIUM 指向的 ${named} 不存在，请改为 Chromium 可执行文件的路径。`,
      en: `MILEPOST_CHROMIUM names ${named}, which does not exist. Name the path of a Chromium executable.`,
    });
  }
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...elsewhere, await playwrightChromium()].find((path) => path && existsSync(path));
}

async function playwrightChromium() {
  try {
    const path = createRequire(join(root, 'package.json')).resolve('playwright-core');
    const { chromium, default: whole } = await import(pathToFileURL(path).href);
    return (chromium ?? whole.chromium).executablePath();
  } catch {
    return undefined;
  }
}

function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')) && existsSync('/usr/bin/apt-get');
  } catch {
    return false;
  }
}
