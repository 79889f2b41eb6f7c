/** Sentences of the outlook: what stands in the way of a target, and what a target lacks. Figures are filled in by name. */

/** Text for people in both languages. */
export interface Texts {
  readonly zh: string;
  readonly en: string;
}

/** Figures behind a sentence, by name. */
export type Figures = Readonly<Record<string, number | string | null>>;

/** Fills `{name}` in both languages. Amounts are minor units; whoever shows them formats the figures themselves. */
export function phrase(texts: Texts, figures: Figures): Texts {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = figures[name];
      return value === undefined ? whole : show(value);
    });
  return { zh: fill(texts.zh), en: fill(texts.en) };
}

/** Three decimals at most: a text is read, the figures beside it are exact. */
function show(value: number | string | null): string {
  if (value === null) return '—';
  return typeof value === 'string' ? value : String(Math.round(value * 1000) / 1000);
}
