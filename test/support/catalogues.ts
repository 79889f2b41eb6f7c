import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { messages as shellEnglish } from '../../shell/src/i18n/en.ts';
import { messages as shellChinese } from '../../shell/src/i18n/zh-cn.ts';
import { checkout } from './program.ts';

type Messages = Readonly<Record<string, string>>;

/** The texts of the product in both languages. */
export interface Catalogue {
  readonly name: string;
  readonly 'zh-CN': Messages;
  readonly en: Messages;
}

const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(checkout, ...path), 'utf8'));

/** Flattens `{ a: { b: 'x' } }` to `a.b`. */
function flat(value: unknown, prefix = ''): Messages {
  if (typeof value === 'string') return { [prefix]: value };
  if (typeof value !== 'object' || value === null) return {};
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, inner]) => flat(inner, prefix ? `${prefix}.${key}` : key)),
  ) as Messages;
}

/** Pairs of `{ 'zh-CN', en }` anywhere in a manifest or portal file. */
function pairs(value: unknown, path = ''): readonly (readonly [string, string, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  const { 'zh-CN': chinese, en } = value as Record<string, unknown>;
  if (typeof chinese === 'string' && typeof en === 'string') return [[path, chinese, en]];
  return Object.entries(value).flatMap(([key, inner]) => pairs(inner, `${path}/${key}`));
}

function fromPairs(name: string, value: unknown): Catalogue {
  const found = pairs(value);
  return {
    name,
    'zh-CN': Object.fromEntries(found.map(([path, chinese]) => [path, chinese])),
    en: Object.fromEntries(found.map(([path, , english]) => [path, english])),
  };
}

/** Ids of the plugins of this checkout that have texts. */
export const pluginIds: readonly string[] = readdirSync(join(checkout, 'plugins'))
  .filter((id) => existsSync(join(checkout, 'plugins', id, 'locales/en.json')))
  .sort();

/** Shell, plugins, manifests and the portal file. */
export function catalogues(): readonly Catalogue[] {
  const ofPlugins = pluginIds.flatMap((id) => [
    {
      name: id,
      'zh-CN': flat(json('plugins', id, 'locales/zh-CN.json')),
      en: flat(json('plugins', id, 'locales/en.json')),
    },
    fromPairs(`${id}/plugin.json`, (json('plugins', id, 'plugin.json') as { contributes: unknown }).contributes),
  ]);
  return [
    { name: 'shell', 'zh-CN': shellChinese, en: shellEnglish },
    fromPairs('portal.json', json('shell/portal.json')),
    ...ofPlugins,
  ];
}

/** Every key of every catalogue that looks like a key on the page. */
export const messageKeys: ReadonlySet<string> = new Set(
  catalogues().flatMap(({ en }) => Object.keys(en).filter((key) => /^\w+(\.\w+)+$/.test(key))),
);

/** A message as a pattern for what it becomes on the page. */
const patternOf = (message: string): RegExp =>
  new RegExp(
    `^${message
      .split(/\{\w+\}/)
      .map(escape)
      .join('.+')}$`,
    's',
  );
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Messages that people save as names, which then stand in the language they were saved in. */
const becomeData = /^(setup\.name\.default|plan\.copyName)$/;

/** Finds texts that stand in the other language than the page's: messages of the product, not names of the company's data. */
export function wrongLanguage(texts: readonly string[], locale: 'zh-CN' | 'en'): readonly string[] {
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const patterns = catalogues().flatMap((catalogue) =>
    Object.entries(catalogue[other])
      .filter(([key]) => !becomeData.test(key))
      .filter(
        ([key, message]) =>
          message !== catalogue[locale][key] &&
          (other === 'zh-CN' ? /\p{Script=Han}/u : /[a-z]{3}/i).test(message.replaceAll(/\{\w+\}/g, '')),
      )
      .map(([key, message]) => ({
        key: `${catalogue.name} ${key}`,
        pattern: patternOf(message),
        fixed: !/\{\w+\}/.test(message),
        message,
      })),
  );
  const fixed = new Map(patterns.filter((item) => item.fixed).map((item) => [item.message, item.key]));
  const open = patterns.filter((item) => !item.fixed && item.message.replaceAll(/\{\w+\}/g, '').length > 3);
  return texts.flatMap((text) => {
    const key = fixed.get(text) ?? open.find(({ pattern }) => pattern.test(text))?.key;
    return key ? [`${text} (${key})`] : [];
  });
}
