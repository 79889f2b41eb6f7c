import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { validateManifest } from '@milepost/sdk/manifest';
import type { PluginManifest } from '@milepost/sdk/manifest';
import { RegistryError, refusal } from './registry-error.ts';

/** A build that may be published: its manifest, its bytes, and a name made from them. */
export interface CheckedDist {
  readonly manifest: PluginManifest;
  /** By path, with `/` between parts, `plugin.json` among them. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** `<version>-<eight hex digits>`; other bytes give another name. */
  readonly folder: string;
}

const mostFiles = 2000;
const mostBytes = 50 * 1024 * 1024;

/**
 * Reads a built plugin and checks the manifest and the integrity of every file.
 * @throws RegistryError naming each place.
 */
export async function checkDist(dist: string): Promise<CheckedDist> {
  const bytes = await readFile(join(dist, 'plugin.json')).catch(() => {
    throw refusal(
      'registry.no-manifest',
      'plugin.json',
      [`${dist} 中没有 plugin.json。`, `There is no plugin.json in ${dist}.`],
      ['请先构建插件，再指定它的 dist 目录。', 'Build the plugin and name its dist folder.'],
    );
  });
  const result = validateManifest(parse(bytes), { built: true });
  if (!result.ok) throw new RegistryError('registry.manifest', result.problems);
  const files = await readFiles(dist);
  checkIntegrity(result.manifest, files);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  return { manifest: result.manifest, files, folder: `${result.manifest.version}-${hash}` };
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refusal(
      'registry.manifest',
      'plugin.json',
      [`不是 JSON：${reason}。`, `It is not JSON: ${reason}.`],
      ['请重新构建插件。', 'Build the plugin again.'],
    );
  }
}

async function readFiles(dist: string): Promise<ReadonlyMap<string, Buffer>> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const odd = entries.find((entry) => !entry.isFile() && !entry.isDirectory());
  if (odd)
    throw refusal(
      'registry.file',
      odd.name,
      ['不是普通文件。', 'It is not a plain file.'],
      ['请从 dist 中删除它。', 'Remove it from dist.'],
    );
  const files = new Map<string, Buffer>();
  let size = 0;
  for (const entry of entries) {
    if (!entry.isFile() || entry.name.endsWith('.map')) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    size += bytes.byteLength;
    files.set(relative(dist, path).split(sep).join('/'), bytes);
    if (files.size > mostFiles || size > mostBytes) {
      throw refusal(
        'registry.too-large',
        '$',
        ['构建结果超过 2000 个文件或 50 MB。', 'The build has more than 2,000 files or 50 MB.'],
        ['请检查构建是否带入了不需要的文件。', 'Check whether the build carries files it does not need.'],
      );
    }
  }
  return files;
}

function checkIntegrity(manifest: PluginManifest, files: ReadonlyMap<string, Buffer>): void {
  const expected = manifest.integrity ?? {};
  const problems = [...new Set([...Object.keys(expected), ...files.keys()])]
    .filter((file) => file !== 'plugin.json')
    .flatMap((file) => {
      const bytes = files.get(file);
      const wanted = expected[file];
      if (bytes && wanted === `sha384-${createHash('sha384').update(bytes).digest('base64')}`) return [];
      const [zh, en] = !bytes
        ? ['文件缺失。', 'The file is missing.']
        : wanted
          ? ['内容与 integrity 不符。', 'Its bytes are not those of integrity.']
          : ['未列入 integrity。', 'It is not listed under integrity.'];
      const remedy = { 'zh-CN': '请重新构建，构建之后不要改动 dist。', en: 'Build again and leave dist as the build wrote it.' };
      return [{ path: file, code: 'registry.integrity', message: { 'zh-CN': zh ?? '', en: en ?? '' }, remedy }];
    });
  if (problems.length > 0) throw new RegistryError('registry.integrity', problems);
}
