import type { PluginManifest } from '../manifest/types.ts';
import { schemaCheck } from '../validation/check-schema.ts';
import type { ContractProblem } from '../validation/problem.ts';
import { isRange } from '../version-range.ts';
import { portalProblem, unknownName } from './problems.ts';
import type { PortalFile } from './types.ts';
import type { PortalContext } from './validate.ts';

/** What is wrong with the plugins a portal names: the plugin, its range, its configuration, its pages and widgets. */
export function checkPlugins(portal: PortalFile, context: PortalContext): readonly ContractProblem[] {
  const named = Object.entries(portal.plugins).flatMap(([id, plugin]) => checkPlugin(id, plugin, context));
  const manifestOf = (id: string): PluginManifest | null => {
    const range = portal.plugins[id]?.version;
    return range === undefined ? null : context.resolve(id, range);
  };
  const refer = (path: string, id: string): ContractProblem | null =>
    id in portal.plugins
      ? null
      : unknownName(
          path,
          'plugin.unlisted',
          ['插件列于 plugins 之下', 'plugin under "plugins" called'],
          id,
          Object.keys(portal.plugins),
        );
  return [...named, ...checkPluginPages(portal, manifestOf, refer), ...checkSlots(portal, manifestOf, refer)];
}

type ManifestOf = (id: string) => PluginManifest | null;
type Refer = (path: string, id: string) => ContractProblem | null;

function checkPlugin(id: string, plugin: PortalFile['plugins'][string], context: PortalContext): readonly ContractProblem[] {
  const at = `plugins.${id}`;
  const known = context.pluginIds();
  if (!known.includes(id)) return [unknownName(at, 'plugin.unknown', ['插件', 'plugin'], id, known)];
  if (!isRange(plugin.version)) {
    return [
      portalProblem(
        `${at}.version`,
        'plugin.range',
        [`${plugin.version} 不是版本范围。`, `${plugin.version} is not a range of versions.`],
        ['请写成 ^1.0.0 这样的范围。', 'Write a range such as ^1.0.0.'],
      ),
    ];
  }
  const manifest = context.resolve(id, plugin.version);
  if (!manifest) {
    const there = context.versionsOf(id).join(', ') || '—';
    return [
      portalProblem(
        `${at}.version`,
        'plugin.version',
        [`没有可用版本满足 ${plugin.version}。`, `No usable version satisfies ${plugin.version}.`],
        [`现有可用版本：${there}。`, `Usable versions: ${there}.`],
      ),
    ];
  }
  return checkConfig(`${at}.config`, manifest, plugin.config);
}

function checkConfig(path: string, manifest: PluginManifest, config: unknown): readonly ContractProblem[] {
  if (config === undefined || !manifest.config) return [];
  return schemaCheck(
    manifest.config,
    'portal.config',
  )(config).map((problem) => ({
    ...problem,
    path: problem.path === '$' ? path : `${path}.${problem.path}`,
  }));
}

function checkPluginPages(portal: PortalFile, manifestOf: ManifestOf, refer: Refer): readonly ContractProblem[] {
  return portal.pages.flatMap((page, index) => {
    if (page.kind !== 'plugin') return [];
    const stray = refer(`pages.${index}.plugin`, page.plugin);
    if (stray) return [stray];
    const pages = manifestOf(page.plugin)?.contributes.pages?.map(({ id }) => id);
    if (!pages || pages.includes(page.contribution)) return [];
    return [
      unknownName(
        `pages.${index}.contribution`,
        'page.contribution',
        [`${page.plugin} 页面`, `page of ${page.plugin}`],
        page.contribution,
        pages,
      ),
    ];
  });
}

function checkSlots(portal: PortalFile, manifestOf: ManifestOf, refer: Refer): readonly ContractProblem[] {
  return Object.entries(portal.slots ?? {}).flatMap(([slot, items]) =>
    items.flatMap((item, index) => {
      const at = `slots.${slot}.${index}`;
      const stray = refer(`${at}.plugin`, item.plugin);
      if (stray) return [stray];
      const manifest = manifestOf(item.plugin);
      if (!manifest) return [];
      const widgets = manifest.contributes.widgets ?? [];
      const widget = widgets.find(({ id }) => id === item.widget);
      if (!widget)
        return [
          unknownName(
            `${at}.widget`,
            'widget.unknown',
            [`${item.plugin} 小组件`, `widget of ${item.plugin}`],
            item.widget,
            widgets.map(({ id }) => id),
          ),
        ];
      const misfit = widget.slots.includes(slot)
        ? []
        : [
            portalProblem(
              `${at}.widget`,
              'widget.slot',
              [`小组件 ${item.widget} 不适合插槽 ${slot}。`, `The widget ${item.widget} does not fit the slot ${slot}.`],
              [`它适合：${widget.slots.join('、')}。`, `It fits: ${widget.slots.join(', ')}.`],
            ),
          ];
      return [...misfit, ...checkConfig(`${at}.config`, manifest, item.config)];
    }),
  );
}
