import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import en from '../locales/en.json' with { type: 'json' };
import zh from '../locales/zh-CN.json' with { type: 'json' };

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = { en, zh };
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))].sort();
const source = (readdirSync(new URL('.', import.meta.url), { recursive: true }) as string[])
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n');

describe('the texts', () => {
  it('have the same keys and placeholders in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const key of Object.keys(zh))
      expect([key, placeholders(texts['en']?.[key] ?? '')]).toEqual([key, placeholders(texts['zh']?.[key] ?? '')]);
  });

  it('hold every key that the code names', () => {
    const named = [...source.matchAll(/\bt\('([a-z][\w.]*)'/gi)].map((match) => match[1] ?? '');
    const families = [...source.matchAll(/\bt\(`([a-z][\w.]*\.)\$\{/gi)].map((match) => match[1] ?? '');
    expect(named.filter((key) => !(key in zh))).toEqual([]);
    expect(families.filter((family) => !Object.keys(zh).some((key) => key.startsWith(family)))).toEqual([]);
  });
});
