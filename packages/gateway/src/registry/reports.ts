import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from './atomic-file.ts';

/** What browsers said about one version. */
export interface VersionReports {
  /** Distinct sessions, as far as they are kept. */
  readonly sessions: readonly string[];
  readonly last: { readonly phase: string; readonly message: string; readonly at: string };
}

/** A failure as a browser reports it. */
export interface FailureReport {
  readonly pluginId: string;
  readonly version: string;
  readonly phase: string;
  readonly message: string;
}

/** From this many distinct sessions on, a version is flagged for an operator. */
export const flagAfter = 3;
const keptSessions = 50;

type ReportsOfPlugin = Readonly<Record<string, VersionReports>>;

/**
 * Counts reports per version and session in `<plugin>/reports.json`. A flag is a hint: only an operator takes a version out of
 * use, because a browser can say anything.
 */
export class ReportBook {
  readonly #folder: string;
  readonly #writing = new Map<string, Promise<unknown>>();

  constructor(registryFolder: string) {
    this.#folder = registryFolder;
  }

  /** Adds a report of one session. Answers true when it is the one that flags the version. */
  async add(report: FailureReport, session: string): Promise<boolean> {
    const before = this.#writing.get(report.pluginId) ?? Promise.resolve();
    const work = before.catch(() => undefined).then(() => this.#add(report, session));
    this.#writing.set(report.pluginId, work);
    return await work;
  }

  /** The reports of a plugin by version. */
  async of(pluginId: string): Promise<ReportsOfPlugin> {
    try {
      return JSON.parse(await readFile(join(this.#folder, pluginId, 'reports.json'), 'utf8')) as ReportsOfPlugin;
    } catch {
      return {};
    }
  }

  async #add({ pluginId, version, phase, message }: FailureReport, session: string): Promise<boolean> {
    const all = await this.of(pluginId);
    const known = all[version]?.sessions ?? [];
    const hash = createHash('sha256').update(session).digest('hex').slice(0, 12);
    if (known.includes(hash) || known.length >= keptSessions) return false;
    const sessions = [...known, hash];
    const last = { phase, message, at: new Date().toISOString() };
    await writeAtomically(
      join(this.#folder, pluginId, 'reports.json'),
      `${JSON.stringify({ ...all, [version]: { sessions, last } }, null, 2)}\n`,
    );
    return sessions.length === flagAfter;
  }
}
