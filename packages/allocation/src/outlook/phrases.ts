/** Sentences of the outlook: what stands in the way of a target, and what a target lacks. Figures are filled in by name. */

/** Text for people in both languages. */
export interface Texts {
  readonly zh: string;
  readonly en: string;
}

/** Figures behind a sentence, by name. */
export type Figures = Readonly<Record<string, number | string | null>>;

/** Codes that stand in figures, as people say them. */
const WORDS: Readonly<Record<string, Texts>> = {
  quarter: { zh: '季', en: 'quarters' },
  month: { zh: '月', en: 'months' },
  week: { zh: '周', en: 'weeks' },
  day: { zh: '日', en: 'days' },
  existing: { zh: '现有客户', en: 'existing customers' },
  new: { zh: '新客户', en: 'new customers' },
  competition: { zh: '竞争情况', en: 'competition' },
  estimated: { zh: '推算', en: 'estimated' },
  unknown: { zh: '未知', en: 'unknown' },
};

/**
 * Fills both languages: `{name}` with the figure, `{p:name}` with a share as a percentage, `{w:name}` with the words of a
 * list of codes. Amounts stay in minor units: whoever shows them knows currency and unit.
 */
export function phrase(texts: Texts, figures: Figures): Texts {
  const fill = (language: keyof Texts): string =>
    texts[language].replace(/\{(?:([pw]):)?(\w+)\}/g, (whole, form: string | undefined, name: string) => {
      const value = figures[name];
      if (value === undefined) return whole;
      if (form === 'w') return wordsOf(String(value), language);
      return form === 'p' && typeof value === 'number' ? `${show(value * 100)}%` : show(value);
    });
  return { zh: fill('zh'), en: fill('en') };
}

function wordsOf(codes: string, language: keyof Texts): string {
  const words = codes.split(', ').map((code) => WORDS[code]?.[language] ?? code);
  return words.join(language === 'zh' ? '、' : ', ');
}

/** Two decimals at most: a text is read, the figures beside it are exact. */
function show(value: number | string | null): string {
  if (value === null) return '—';
  return typeof value === 'string' ? value : String(Math.round(value * 100) / 100);
}
