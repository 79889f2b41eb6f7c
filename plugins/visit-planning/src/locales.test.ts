import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../locales/en.json' with { type: 'json' };
import zh from '../locales/zh-CN.json' with { type: 'json' };

const sources = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n');

/** Names of placeholders, those of plurals included. */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? ''))].sort();

describe('texts', () => {
  it('has the same keys with the same placeholders in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
    for (const [key, text] of Object.entries(zh))
      expect([key, placeholders(en[key as keyof typeof en])]).toEqual([key, placeholders(text)]);
  });

  it('knows every key that the sources name', () => {
    const named = [...sources.matchAll(/\bt\(\s*'([\w.]+)'/g)].map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter((key) => !Object.hasOwn(zh, key))).toEqual([]);
  });

  it('has something under every key that is put together, and no text that nothing names', () => {
    const starts = [...sources.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)].map((match) => match[1] ?? '');
    for (const start of starts)
      expect(
        Object.keys(zh).filter((key) => key.startsWith(start)),
        start,
      ).not.toEqual([]);
    const unused = Object.keys(zh).filter(
      (key) => !sources.includes(`'${key}'`) && !starts.some((start) => key.startsWith(start)),
    );
    expect(unused).toEqual([]);
  });
});
