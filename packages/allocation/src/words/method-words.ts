/** Methods by the names that people use for them. */
import type { Language } from './amount-words.ts';

type Pair = readonly [zh: string, en: string];

const NAMES: Readonly<Record<string, Pair>> = {
  even: ['平均分配', 'equal parts'],
  driver: ['驱动因素', 'the driver'],
  seasonality: ['季节系数', 'the seasonal profile'],
  workingDays: ['工作日天数', 'working days'],
  'workingDays:estimated': [
    '工作日天数（部分节假日尚未公布，按估计计算）',
    'working days (some holidays are not yet published and estimated)',
  ],
  'workingDays:unknown': [
    '工作日天数（没有当年节假日数据，仅按周一至周五）',
    'working days (no holiday data for the year: weekdays alone)',
  ],
  manual: ['手工填写的数值', 'the amounts given'],
  trailingTwelveMonths: ['近十二个月占比', 'the share in the trailing twelve months'],
  proportional: ['现有数值的比例', 'the proportions it had'],
  reference: ['参照区域的比例', 'the pattern of the reference'],
  weights: ['给定的权重', 'the weights given'],
  fit: ['同时满足各项合计的调整', 'the adjustment that meets all totals at once'],
  silent: ['无依据', 'no basis'],
  move: ['组织调整前的归属', 'where it was before the organisation changed'],
  clear: ['清空', 'clearing'],
};

/** Patterns of names that say what they are made of. */
const MADE_OF: readonly { readonly match: RegExp; readonly words: (parts: readonly string[], language: Language) => string }[] = [
  { match: /^prior(:springFestival)?(?::(\d+)years)?(?::counts)?$/, words: priorWords },
  {
    match: /^blended:(.+)$/,
    words: ([list = ''], language) => {
      const elements = list.split('+').map((element) => /^([\d.e-]+)%(.+)$/.exec(element) ?? ['', '?', element]);
      const named = elements.map(([, percent, name]) => `${methodWords(name as string, language)} ${percent} %`);
      return language === 'zh' ? `混合基数（${named.join('、')}）` : `a blend (${named.join(', ')})`;
    },
  },
  {
    match: /^margins:(.+)$/,
    words: ([seed = ''], language) => {
      const from = seedWords(seed, language);
      return language === 'zh'
        ? `满足各项合计的调整（起点：${from}）`
        : `the adjustment that meets all totals at once (from ${from})`;
    },
  },
  { match: /^growth:(.+)$/, words: ([base = ''], language) => of(language, base, '计入增长要求的', ', grown as asked') },
  { match: /^bucket:(.+)$/, words: ([within = ''], language) => of(language, within, '先分组后组内的', ' within groups') },
  {
    match: /^manual\+(.+)$/,
    words: ([rest = ''], language) => of(language, rest, '手工填写的数值，其余按', ' for what the amounts given leave'),
  },
  {
    match: /^trailing:(\d+)$/,
    words: ([months = ''], language) =>
      language === 'zh' ? `近 ${months} 个月占比` : `the share in the trailing ${months} months`,
  },
  {
    match: /^([^>]+(?:>[^>]+)+)$/,
    words: ([chain = ''], language) =>
      chain.split('>').map((name) => methodWords(name, language)).join(language === 'zh' ? '，没有则按' : ', or else '), // prettier-ignore
  },
];

/** A method in words. A name of the caller's own stands as it is. */
export function methodWords(name: string, language: Language): string {
  const known = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  if (known !== undefined) return known[language === 'zh' ? 0 : 1];
  for (const { match, words } of MADE_OF) {
    const found = match.exec(name);
    if (found !== null) return words(found.slice(1), language);
  }
  return language === 'zh' ? `“${name}”` : `"${name}"`;
}

function priorWords([aligned, years = '1']: readonly (string | undefined)[], language: Language): string {
  if (language === 'zh')
    return `${years === '1' ? '去年' : `${years} 年前`}同期占比${aligned === undefined ? '' : '（按距春节天数对齐）'}`;
  const since = years === '1' ? 'of last year' : `${years} years earlier`;
  return `the share in the same period ${since}${aligned === undefined ? '' : ', by days from the Spring Festival'}`;
}

/** The steps of a seed, first to last, each once: `prior+prior+workingDays`. The elements of a blend stay together. */
function seedWords(seed: string, language: Language): string {
  const names = [...new Set(seed.split(/\+(?![\d.e-]+%)/))];
  return names.map((name) => methodWords(name, language)).join(language === 'zh' ? '、' : ', ');
}

function of(language: Language, name: string, before: string, after: string): string {
  const words = methodWords(name, language);
  return language === 'zh' ? `${before}${words}` : `${words}${after}`;
}
