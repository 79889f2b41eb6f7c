import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContractProblem } from '@milepost/sdk/manifest';
import { validatePortal } from '@milepost/sdk/portal';
import type { PortalFile } from '@milepost/sdk/portal';
import type { Logger } from 'pino';
import { writeAtomically } from '../registry/atomic-file.ts';
import { portalContext } from '../registry/registry.ts';
import type { Registry } from '../registry/registry.ts';
import { placeOfBreak } from './json-place.ts';

/** The portal in use, and what is wrong with the file as it is now. */
export interface CurrentPortal {
  /** Null only before there was ever a file of the right shape. */
  readonly portal: PortalFile | null;
  readonly problems: readonly ContractProblem[];
  readonly revision: string;
}

/** What a portal source works with. */
export interface PortalSourceDeps {
  readonly portalFile: string;
  readonly dataDir: string;
  readonly registry: Registry;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

/**
 * Reads the portal file again when it or the registry changes. A file with problems is not taken: the last good one stays, also
 * across restarts. Where there was none, a file of the right shape with wrong names is shown with its problems.
 */
export class PortalSource {
  readonly #deps: PortalSourceDeps;
  #known: { readonly key: string; readonly current: CurrentPortal } | undefined;
  #reading: Promise<CurrentPortal> | undefined;

  constructor(deps: PortalSourceDeps) {
    this.#deps = deps;
  }

  /** The portal as of now. Never throws for what the file holds. */
  async current(): Promise<CurrentPortal> {
    this.#reading ??= this.#read().finally(() => (this.#reading = undefined));
    return await this.#reading;
  }

  async #read(): Promise<CurrentPortal> {
    const { portalFile, registry } = this.#deps;
    const [info, state] = await Promise.all([stat(portalFile).catch(() => null), registry.state()]);
    const key = `${info ? `${info.mtimeMs}-${info.size}-${info.ino}` : 'none'} ${state.revision}`;
    if (this.#known?.key === key) return this.#known.current;
    const parsed = await readPortal(portalFile);
    const result =
      'problem' in parsed
        ? { ok: false as const, portal: null, problems: [parsed.problem] }
        : validatePortal(parsed.json, portalContext(state));
    const current = result.ok
      ? { portal: result.portal, problems: [], revision: key }
      : { portal: (await this.#lastGood()) ?? result.portal, problems: result.problems, revision: key };
    if (result.ok) await this.#keep(result.portal);
    else
      this.#deps.log.warn(
        {
          portalFile,
          problems: result.problems.map(({ path, code, message }) => `${path}: ${message.en} (${code})`),
          text: notice(portalFile, result.problems),
        },
        'the portal file has problems; the last good one stays in use',
      );
    this.#known = { key, current };
    return current;
  }

  get #lastGoodFile(): string {
    return join(this.#deps.dataDir, 'portal', 'last-good.json');
  }

  async #lastGood(): Promise<PortalFile | null> {
    try {
      return JSON.parse(await readFile(this.#lastGoodFile, 'utf8')) as PortalFile;
    } catch {
      return null;
    }
  }

  async #keep(portal: PortalFile): Promise<void> {
    const text = `${JSON.stringify(portal, null, 2)}\n`;
    if ((await readFile(this.#lastGoodFile, 'utf8').catch(() => '')) === text) return;
    await mkdir(dirname(this.#lastGoodFile), { recursive: true });
    await writeAtomically(this.#lastGoodFile, text);
  }
}

/** One line for the terminal: the first problem with its remedy, and how many there are. */
function notice(file: string, problems: readonly ContractProblem[]): ContractProblem['message'] {
  const [first] = problems;
  const count = problems.length;
  const place = first && first.path !== '$' ? `${first.path} ` : '';
  return {
    'zh-CN': `门户文件 ${file} 有 ${count} 处问题，继续使用上一份正确的文件。${place}${first?.message['zh-CN'] ?? ''}${first?.remedy['zh-CN'] ?? ''}`,
    en: `The portal file ${file} has ${count === 1 ? '1 problem' : `${count} problems`}; the last good one stays in use. ${place}${first?.message.en ?? ''} ${first?.remedy.en ?? ''}`,
  };
}

/** Reads and parses a portal file; what is wrong comes back as a problem with line and column. */
export async function readPortal(file: string): Promise<{ readonly json: unknown } | { readonly problem: ContractProblem }> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return {
      problem: {
        path: '$',
        code: 'portal.file.missing',
        message: { 'zh-CN': `无法读取门户文件 ${file}。`, en: `The portal file ${file} cannot be read.` },
        remedy: { 'zh-CN': '请检查路径和读取权限。', en: 'Check the path and the right to read it.' },
      },
    };
  }
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    const { line, column } = placeOfBreak(text.replace(/^\uFEFF/, ''));
    return {
      problem: {
        path: '$',
        code: 'portal.file.json',
        message: {
          'zh-CN': `第 ${line} 行第 ${column} 列不是正确的 JSON。`,
          en: `It is not JSON at line ${line}, column ${column}.`,
        },
        remedy: { 'zh-CN': '请检查该处附近的逗号、引号和括号。', en: 'Check commas, quotes and brackets near that place.' },
      },
    };
  }
}
