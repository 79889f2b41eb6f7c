import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sdkVersion } from '@milepost/sdk/version';
import { byVersionDescending } from '@milepost/sdk/manifest';
import type { ContractProblem, PluginManifest } from '@milepost/sdk/manifest';
import type { PortalContext } from '@milepost/sdk/portal';
import { satisfies } from '@milepost/sdk/version-range';
import { syncFolder, withLock } from './atomic-file.ts';
import { checkDist } from './check-dist.ts';
import type { CheckedDist } from './check-dist.ts';
import { appendPublishLog } from './publish-log.ts';
import { refusal } from './registry-error.ts';
import { ManifestShelf } from './manifest-shelf.ts';
import { dropKilledPublishers, dropReplaced } from './sweep.ts';
import { readVersions, readVersionsToWrite, writeVersions } from './versions-file.ts';
import type { VersionEntry, VersionsFile } from './versions-file.ts';

/** A version on disk with its manifest. */
export interface PublishedVersion extends VersionEntry {
  readonly pluginId: string;
  readonly manifest: PluginManifest;
}

/** Everything published, as it was at one moment. */
export interface RegistryState {
  /** Changes when anything was published, replaced or marked. */
  readonly revision: string;
  /** By plugin, newest first. */
  readonly plugins: ReadonlyMap<string, readonly PublishedVersion[]>;
  /** Files that cannot be used as they are; what was read of them before stays in use. */
  readonly problems: readonly ContractProblem[];
}

/** What publishing did. */
export interface PublishResult {
  readonly id: string;
  readonly version: string;
  readonly folder: string;
  /** `unchanged`: the same bytes were there already. */
  readonly outcome: 'published' | 'replaced' | 'unchanged';
}

const idPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** The plugins on disk: `<data>/registry/<plugin-id>/<version>-<hash>/` beside `versions.json`. */
export class Registry {
  readonly folder: string;
  #versions = new Map<string, VersionsFile>();
  readonly #manifests: ManifestShelf;

  constructor(dataDir: string) {
    this.folder = join(dataDir, 'registry');
    this.#manifests = new ManifestShelf(this.folder);
  }

  /**
   * Reads what changed since the last call. A version whose folder is gone or whose manifest is not sound is left out and named in
   * the problems; so is a broken `versions.json`, of which the entries read before stay.
   */
  async state(): Promise<RegistryState> {
    const ids = (await readdir(this.folder, { withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isDirectory() && idPattern.test(entry.name))
      .map(({ name }) => name);
    const read = await Promise.all(
      ids.sort().map(async (id) => [id, await readVersions(join(this.folder, id), this.#versions.get(id))] as const),
    );
    this.#versions = new Map(read);
    const plugins = new Map<string, readonly PublishedVersion[]>();
    const problems = read.flatMap(([, { problem }]) => problem ?? []);
    for (const [id, { entries }] of read) {
      const found = await Promise.all(
        entries.map(async (entry) => ({ entry, ...(await this.#manifests.get(id, entry.folder)) })),
      );
      const versions = found.flatMap(({ entry, manifest }) => (manifest ? [{ ...entry, pluginId: id, manifest }] : []));
      problems.push(...found.flatMap(({ entry, problem }) => (problem && entry.status === 'good' ? problem : [])));
      if (versions.length > 0) plugins.set(id, byVersionDescending(versions));
    }
    const marks = [...read.map(([id, { mark }]) => `${id}:${mark}`), ...problems.map(({ path, code }) => `${path}:${code}`)];
    return { revision: marks.join(' '), plugins, problems };
  }

  /**
   * Publishes a build. `replace` lets the same version take other bytes, for builds of a workspace.
   * @throws RegistryError when the build is not sound, or the version exists with other bytes.
   */
  async publish(dist: string, { replace = false }: { readonly replace?: boolean } = {}): Promise<PublishResult> {
    const checked = await checkDist(dist);
    const { id, version } = checked.manifest;
    const home = join(this.folder, id);
    await mkdir(home, { recursive: true });
    return await withLock(join(home, '.lock'), async () => {
      const entries = await readVersionsToWrite(home);
      await dropKilledPublishers(home);
      const there = entries.find((entry) => entry.version === version);
      if (there?.folder === checked.folder) return { id, version, folder: checked.folder, outcome: 'unchanged' };
      if (there && !replace) throw versionExists(id, version);
      await this.#write(home, checked);
      const entry: VersionEntry = { version, folder: checked.folder, publishedAt: new Date().toISOString(), status: 'good' };
      await appendPublishLog(this.folder, {
        action: there ? 'plugin.replaced' : 'plugin.published',
        plugin: id,
        version,
        folder: checked.folder,
      });
      const kept = [...entries.filter((other) => other.version !== version), entry];
      await writeVersions(home, kept);
      if (there) await dropReplaced(home, version, kept);
      return { id, version, folder: checked.folder, outcome: there ? 'replaced' : 'published' };
    });
  }

  /**
   * Marks every version above `version` as bad and `version` itself as good. Pages loaded from now on get it.
   * @throws RegistryError for what was never published.
   */
  async rollback(id: string, version: string, reason = 'rolled back'): Promise<readonly string[]> {
    const home = join(this.folder, id);
    const known = idPattern.test(id) ? await readVersionsToWrite(home) : [];
    if (!known.some((entry) => entry.version === version)) {
      const there = known.map((entry) => entry.version).join(', ') || '—';
      throw refusal(
        'registry.unknown-version',
        id,
        [`没有发布过 ${id} ${version}。`, `${id} ${version} was never published.`],
        [`已发布：${there}。`, `Published: ${there}.`],
      );
    }
    return await withLock(join(home, '.lock'), async () => {
      const entries = await readVersionsToWrite(home);
      const ordered = byVersionDescending(entries);
      const above = ordered
        .slice(
          0,
          ordered.findIndex((entry) => entry.version === version),
        )
        .map((entry) => entry.version);
      const marked = entries.map((entry): VersionEntry => {
        if (above.includes(entry.version)) return { ...entry, status: 'bad', reason };
        if (entry.version !== version) return entry;
        return { version, folder: entry.folder, publishedAt: entry.publishedAt, status: 'good' };
      });
      await appendPublishLog(this.folder, { action: 'plugin.rolled-back', plugin: id, version, disabled: above, reason });
      await writeVersions(home, marked);
      return above;
    });
  }

  async #write(home: string, { files, folder }: CheckedDist): Promise<void> {
    const temporary = join(home, `.tmp-${randomBytes(6).toString('hex')}`);
    try {
      for (const [path, bytes] of files) {
        const target = join(temporary, path);
        await mkdir(dirname(target), { recursive: true });
        const handle = await open(target, 'w');
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
      }
      // A folder that is there without being listed was left by a publisher that was killed after its rename.
      await rm(join(home, folder), { recursive: true, force: true });
      await rename(temporary, join(home, folder));
      await syncFolder(home);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  }
}

/** The version a portal gets and the one behind it, or null when no good one fits. */
export function resolveVersion(
  state: RegistryState,
  id: string,
  range: string,
): { readonly current: PublishedVersion; readonly lastKnownGood: PublishedVersion | null } | null {
  const [current, lastKnownGood = null] = usable(state, id).filter(({ version }) => satisfies(version, range));
  return current ? { current, lastKnownGood } : null;
}

/** The registry as portal files are checked against it. */
export function portalContext(state: RegistryState): PortalContext {
  return {
    pluginIds: () => [...state.plugins.keys()],
    versionsOf: (id) => usable(state, id).map(({ version }) => version),
    resolve: (id, range) => resolveVersion(state, id, range)?.current.manifest ?? null,
  };
}

function usable(state: RegistryState, id: string): readonly PublishedVersion[] {
  return (state.plugins.get(id) ?? []).filter(({ status, manifest }) => status === 'good' && satisfies(sdkVersion, manifest.sdk));
}

function versionExists(id: string, version: string): Error {
  return refusal(
    'registry.version-exists',
    'version',
    [`${id} ${version} 已发布过，内容不同。`, `${id} ${version} is published already, with other bytes.`],
    ['请提高版本号后重新构建。', 'Raise the version and build again.'],
  );
}
