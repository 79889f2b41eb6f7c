import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Catalogue = Readonly<Record<string, string>>;

const folder = new URL('../', import.meta.url);
const read = (locale: string): Catalogue =>
  JSON.parse(readFileSync(new URL(`locales/${locale}.json`, folder), 'utf8')) as Catalogue;
const [zh, en] = [read('zh-CN'), read('en')];

/** Names of the places of a message, each once. */
const places = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))]
    .filter((name) => name !== 'one' && name !== 'other')
    .sort();

function sources(path: string): string[] {
  return readdirSync(new URL(path, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return sources(`${path}${entry.name}/`);
    return entry.name.endsWith('.ts') && !entry.name.includes('.test.')
      ? [readFileSync(new URL(path + entry.name, folder), 'utf8')]
      : [];
  });
}

describe('locales', () => {
  it('has the same keys with the same places in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    for (const [key, text] of Object.entries(zh)) expect(places(text), key).toEqual(places(en[key] ?? ''));
  });

  it('has every key that the code asks for', () => {
    const code = sources('src/').join('\n');
    const asked = [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !(key in zh))).toEqual([]);
    const families = [...code.matchAll(/\bt\(\s*`([^`$]+)\$\{/g)].map((match) => match[1] ?? '');
    expect(families.filter((prefix) => !Object.keys(zh).some((key) => key.startsWith(prefix)))).toEqual([]);
  });

  it('writes Chinese with full-width punctuation', () => {
    const half = Object.entries(zh).filter(([, text]) => /[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff]\(/.test(text));
    expect(half).toEqual([]);
  });
});
