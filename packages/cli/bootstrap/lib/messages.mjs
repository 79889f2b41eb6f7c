/**
 * The sentences of `npm start`, `npm test` and `npm run build`, in the language of the terminal.
 * @typedef {{ zh: string, en: string }} Text
 */

const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/**
 * Picks the reader's language.
 * @param {Text} text
 */
export const say = (text) => (chinese ? text.zh : text.en);

/**
 * An expected failure: one clear line with its remedy, no stack.
 * `logFile`, where given, holds the whole output of what failed.
 */
export class Refusal extends Error {
  /**
   * @param {Text} text
   * @param {string} [logFile]
   */
  constructor(text, logFile) {
    super(say(text));
    this.logFile = logFile;
  }
}

/** @param {string} path */
export const readOnly = (path) =>
  new Refusal({
    zh: `无法写入项目目录 ${path}，不能安装依赖或构建。请把项目复制到可写的目录，或修改目录权限。`,
    en: `The project folder ${path} cannot be written, so nothing can be installed or built in it. Copy the project to a folder you may write, or change its permissions.`,
  });

/** @param {string} logFile */
export const noRegistry = (logFile) =>
  new Refusal(
    {
      zh: '连接不上 npm 软件源。请检查网络或代理；如使用镜像，请执行 npm config set registry <地址> 后重试。',
      en: 'The npm registry cannot be reached. Check the network or proxy; for a mirror run npm config set registry <address> and try again.',
    },
    logFile,
  );

/** @param {string} logFile */
export const diskFull = (logFile) =>
  new Refusal(
    {
      zh: '磁盘空间不足。请清理后重试（约需 1.5 GB）。',
      en: 'The disk is full. Free some space (about 1.5 GB) and try again.',
    },
    logFile,
  );

/**
 * @param {Text} step
 * @param {string} logFile
 */
export const stepFailed = (step, logFile) => new Refusal({ zh: `“${step.zh}”失败。`, en: `"${step.en}" failed.` }, logFile);

/** @param {string} where */
export const noNode = (where) =>
  new Refusal({
    zh: `当前 Node.js ${process.versions.node} 太旧，而自动安装的 Node.js 24 无法在本机运行（${where}）。请自行安装 Node.js 24：https://nodejs.org。`,
    en: `Node.js ${process.versions.node} is too old, and the Node.js 24 we installed does not run on this machine (${where}). Please install Node.js 24 yourself: https://nodejs.org.`,
  });

/** Names of the steps, shown while they run. */
export const steps = {
  node: { zh: '安装 Node.js 24（仅用于本项目）', en: 'Installing Node.js 24 (for this project only)' },
  install: { zh: '安装依赖', en: 'Installing dependencies' },
  chromium: { zh: '安装 Chromium 和中文字体', en: 'Installing Chromium and a Chinese font' },
};

/**
 * @param {string} name
 * @returns {Text}
 */
export const buildStep = (name) => ({ zh: `构建 ${name}`, en: `Building ${name}` });
