import { beforeAll, describe, expect, it } from 'vitest';
import { comparisonText, greeting, stateSentence } from './home-words.ts';
import { loadTexts } from '../i18n/texts.ts';
import type { Comparison } from '../data/compare.ts';
import type { Texts } from '../i18n/texts.ts';

let zh: Texts;
let en: Texts;
beforeAll(async () => {
  zh = await loadTexts('zh-CN');
  en = await loadTexts('en');
});

const span = { start: '2026-11-01', end: '2026-11-21' };
const running: Comparison = { current: span, previous: span, workingDays: 15, todayWorks: true, future: false };
const words = { period: '本月', amount: '31 万元' };

describe('greeting', () => {
  const at = (now: string, today: string) => ({ now: new Date(now), today, timeZone: 'Asia/Shanghai' });

  it('follows the clock of the company, not of the browser', () => {
    expect(greeting(zh, '杨艳', at('2026-11-20T00:30:00Z', '2026-11-20'))).toBe('杨艳，早上好');
    expect(greeting(zh, '杨艳', at('2026-11-20T09:59:00Z', '2026-11-20'))).toBe('杨艳，下午好');
    expect(greeting(zh, '杨艳', at('2026-11-20T10:00:00Z', '2026-11-20'))).toBe('杨艳，晚上好');
    expect(greeting(zh, '杨艳', at('2026-11-19T18:00:00Z', '2026-11-20'))).toBe('杨艳，晚上好');
  });

  it('claims no time of day when the business day is another day', () => {
    expect(greeting(zh, '杨艳', at('2026-11-21T00:30:00Z', '2026-11-20'))).toBe('杨艳，您好');
  });
});

describe('stateSentence', () => {
  it('says which working day today is, and compares with as many', () => {
    expect(stateSentence(zh, { current: 31, previous: 20 }, running, words)).toBe(
      '截至今天（第 15 个工作日），本月订单 31 万元，比去年同期前 15 个工作日多 55.0%。',
    );
    expect(stateSentence(zh, { current: 15, previous: 20 }, { ...running, todayWorks: false }, words)).toBe(
      '截至今天，本月订单 31 万元，比去年同期前 15 个工作日少 25.0%。',
    );
  });

  it('says times from the double on', () => {
    expect(stateSentence(zh, { current: 58, previous: 20 }, running, words)).toContain('是去年同期前 15 个工作日的 2.9 倍');
    expect(stateSentence(en, { current: 40, previous: 20 }, running, { period: 'this month', amount: '¥310k' })).toBe(
      'As of today (working day 15), orders this month are ¥310k: 2.0 times the first 15 working days a year ago.',
    );
  });

  it('compares nothing before the first working day, nor with nothing', () => {
    expect(stateSentence(zh, { current: 5, previous: 0 }, { ...running, workingDays: 0 }, words)).toBe(
      '本月订单 31 万元，还没到第一个工作日。',
    );
    expect(stateSentence(zh, { current: 5, previous: 0 }, running, words)).toContain('没有订单可比');
    expect(
      stateSentence(en, { current: 5, previous: 0 }, { ...running, future: true }, { period: 'this year', amount: '' }),
    ).toMatch(/^This year has not begun/);
  });

  it('compares whole periods once they are over', () => {
    const over: Comparison = { ...running, workingDays: null, todayWorks: false };
    expect(stateSentence(zh, { current: 20, previous: 20 }, over, { ...words, period: '2026年9月' })).toBe(
      '2026年9月订单 31 万元，与去年同期持平。',
    );
  });
});

describe('comparisonText', () => {
  it('names what it compares with', () => {
    expect(comparisonText(zh, { current: 31, previous: 20 }, running)).toBe('比去年同期前 15 个工作日 +55.0%');
    expect(comparisonText(zh, { current: 58, previous: 20 }, running)).toBe('是去年同期前 15 个工作日的 2.9 倍');
    expect(comparisonText(en, { current: 15, previous: 20 }, { ...running, workingDays: null })).toBe(
      '−25.0% on the same period a year ago',
    );
  });
});
