import { compareVersions, isRange, isVersion } from '../version-range.ts';
import { schemaCheck, schemaFault } from '../validation/check-schema.ts';
import { nearestNames } from '../validation/nearest.ts';
import type { ContractProblem } from '../validation/problem.ts';
import schema from './manifest.schema.json' with { type: 'json' };
import type { PluginManifest } from './types.ts';

/** What a check of a manifest found. */
export type ManifestResult =
  | { readonly ok: true; readonly manifest: PluginManifest }
  | { readonly ok: false; readonly problems: readonly ContractProblem[] };

const check = schemaCheck(schema, 'manifest');

/**
 * Checks a parsed `plugin.json` against the schema, then what a schema cannot say. `remote` is filled in where the
 * author left it out. With `built`, the integrity and the remote that a build writes must be there.
 * It carries a schema compiler: for servers, builds and commands, not for browsers.
 */
export function validateManifest(json: unknown, options: { readonly built?: boolean } = {}): ManifestResult {
  const shape = check(json);
  if (shape.length > 0) return { ok: false, problems: shape };
  const source = json as Omit<PluginManifest, 'remote'> & { readonly remote?: PluginManifest['remote'] };
  const manifest: PluginManifest = {
    ...source,
    remote: source.remote ?? { entry: 'remoteEntry.js', name: remoteNameOf(source), module: './plugin' },
  };
  const problems = [
    ...checkVersions(manifest),
    ...checkUnique('contributes.pages', manifest.contributes.pages ?? [], (page) => page.id),
    ...checkUnique('contributes.widgets', manifest.contributes.widgets ?? [], (widget) => widget.id),
    ...checkUnique('collections', manifest.collections ?? [], (collection) => collection.name),
    ...checkSchemas(manifest),
    ...(options.built ? checkBuilt(source, manifest) : []),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, manifest };
}

/** The container's name: another one for every version, so that two versions can live on one page. */
export function remoteNameOf({ id, version }: { readonly id: string; readonly version: string }): string {
  return `milepost_${id}_${version}`.replaceAll(/[^A-Za-z0-9_]/g, '_');
}

/**
 * Compares the views a manifest names with those the code defines, both ways: a name without a view is an error,
 * a view that nothing names is reported under `manifest.view.unused`.
 */
export function checkViews(manifest: PluginManifest, defined: readonly string[]): readonly ContractProblem[] {
  const pages = (manifest.contributes.pages ?? []).map((page, index) => ({
    view: page.view,
    path: `contributes.pages.${index}.view`,
  }));
  const widgets = (manifest.contributes.widgets ?? []).map((widget, index) => ({
    view: widget.view,
    path: `contributes.widgets.${index}.view`,
  }));
  return [...pages, ...widgets]
    .filter(({ view }) => !defined.includes(view))
    .map(({ view, path }) => {
      const near = nearestNames(view, defined);
      const names = (near.length > 0 ? near : defined).join(', ');
      return {
        path,
        code: 'manifest.view.unknown',
        message: { 'zh-CN': `definePlugin 中没有名为 ${view} 的视图。`, en: `definePlugin has no view ${view}.` },
        remedy: { 'zh-CN': `现有视图：${names}。`, en: `Its views: ${names}.` },
      };
    });
}

function checkVersions(manifest: PluginManifest): readonly ContractProblem[] {
  const problems: ContractProblem[] = [];
  if (!isVersion(manifest.version)) {
    problems.push({
      path: 'version',
      code: 'manifest.version',
      message: { 'zh-CN': `${manifest.version} 不是语义化版本号。`, en: `${manifest.version} is not a semantic version.` },
      remedy: { 'zh-CN': '请写成三段数字，例如 1.4.0。', en: 'Write three numbers, such as 1.4.0.' },
    });
  }
  if (!isRange(manifest.sdk)) {
    problems.push({
      path: 'sdk',
      code: 'manifest.sdk',
      message: { 'zh-CN': `${manifest.sdk} 不是版本范围。`, en: `${manifest.sdk} is not a range of versions.` },
      remedy: { 'zh-CN': '请写成 ^1.0.0 这样的范围。', en: 'Write a range such as ^1.0.0.' },
    });
  }
  return problems;
}

function checkUnique<T>(list: string, items: readonly T[], nameOf: (item: T) => string): readonly ContractProblem[] {
  const names = items.map(nameOf);
  return names.flatMap((name, index) => {
    const first = names.indexOf(name);
    if (first === index) return [];
    return [
      {
        path: `${list}.${index}`,
        code: 'manifest.duplicate',
        message: { 'zh-CN': `${name} 与 ${list}.${first} 重名。`, en: `${name} is already the name of ${list}.${first}.` },
        remedy: { 'zh-CN': '请换一个名称。', en: 'Choose another name.' },
      },
    ];
  });
}

function checkSchemas(manifest: PluginManifest): readonly ContractProblem[] {
  const given = (manifest.collections ?? []).map((collection, index) => ({
    path: `collections.${index}.schema`,
    schema: collection.schema,
  }));
  if (manifest.config) given.push({ path: 'config', schema: manifest.config });
  return given.flatMap(({ path, schema: candidate }) => {
    const fault = schemaFault(candidate);
    if (fault === null) return [];
    return [
      {
        path,
        code: 'manifest.schema',
        message: { 'zh-CN': `JSON Schema 无法使用：${fault}。`, en: `The JSON Schema cannot be used: ${fault}.` },
        remedy: { 'zh-CN': '请按 JSON Schema 2020-12 修改。', en: 'Correct it after JSON Schema draft 2020-12.' },
      },
    ];
  });
}

function checkBuilt(source: { readonly remote?: unknown }, manifest: PluginManifest): readonly ContractProblem[] {
  if (source.remote && manifest.integrity?.[manifest.remote.entry]) return [];
  return [
    {
      path: manifest.integrity ? 'remote' : 'integrity',
      code: 'manifest.not-built',
      message: { 'zh-CN': '这是源清单，不是构建结果。', en: 'This is the manifest of the source, not of a build.' },
      remedy: { 'zh-CN': '请先运行 vite build，再发布 dist 目录。', en: 'Run vite build and publish the dist folder.' },
    },
  ];
}

/** Newest first. */
export function byVersionDescending<T extends { readonly version: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => compareVersions(b.version, a.version));
}
