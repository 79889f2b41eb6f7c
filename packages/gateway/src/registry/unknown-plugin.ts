import type { ContractProblem } from '@milepost/sdk/manifest';
import type { RegistryState } from './registry.ts';

/** Why a plugin of the portal is not in the snapshot. */
export function unknownPluginProblem(id: string, range: string, state: RegistryState): ContractProblem {
  const versions =
    (state.plugins.get(id) ?? []).map(({ version, status }) => (status === 'bad' ? `${version} (bad)` : version)).join(', ') ||
    '—';
  return {
    path: `plugins.${id}.version`,
    code: 'registry.unresolved',
    message: { 'zh-CN': `没有可用版本满足 ${id} ${range}。`, en: `No usable version satisfies ${id} ${range}.` },
    remedy: {
      'zh-CN': `已发布：${versions}。请发布一个版本，或修改门户文件中的范围。`,
      en: `Published: ${versions}. Publish a version or change the range in the portal file.`,
    },
  };
}
