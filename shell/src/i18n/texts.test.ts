import { describe, expect, it } from 'vitest';
import { loadTexts, spokenLocale } from './texts.ts';

describe('spokenLocale', () => {
  it('takes the first language of the browser that the portal speaks', () => {
    expect(spokenLocale(['zh-TW', 'en'])).toBe('zh-CN');
    expect(spokenLocale(['en-GB', 'zh-CN'])).toBe('en');
    expect(spokenLocale(['fr-FR', 'zh-Hans-CN'])).toBe('zh-CN');
  });

  it('leaves the choice to the portal when it speaks none of them', () => {
    expect(spokenLocale(['fr', 'enm', 'zha'])).toBeNull();
    expect(spokenLocale([])).toBeNull();
  });
});

describe('texts', () => {
  it('change the language as a whole and keep unknown places readable', async () => {
    const texts = await loadTexts('zh-CN');
    expect(texts.t('home.hello', { name: '杨艳' })).toBe('杨艳，您好');
    await texts.use('en');
    expect(texts.t('home.hello')).toBe('Hello, {name}');
  });
});
