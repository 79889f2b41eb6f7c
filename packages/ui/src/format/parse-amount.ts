import { minorPerUnit } from './money.ts';
import { MINUS } from './locale.ts';

/** Why a text is no amount; the words for people are in the catalogue under the same name. */
export type AmountErrorCode = 'amount.not-a-number' | 'amount.grouping' | 'amount.precision' | 'amount.too-large';

/** What was read: minor units, null for an empty text (no amount, which is not zero), or the reason it is none. */
export type ParsedAmount = { ok: true; amountMinor: number | null } | { ok: false; code: AmountErrorCode };

const powers: Record<string, number> = {
  '': 0,
  百: 2,
  千: 3,
  k: 3,
  万: 4,
  萬: 4,
  w: 4,
  百万: 6,
  m: 6,
  千万: 7,
  亿: 8,
  億: 8,
  b: 9,
};

const shape =
  /^(?<sign>[-+]?)(?<prefix>¥|元|cny|rmb|[a-z]{2}\$|\$|€|£)?(?<inner>[-+]?)(?<figure>[\d,]*\.?\d*)(?<power>百万|千万|百|千|万|萬|亿|億|[kmbw])?(?:元|圆|块|cny)?$/;

/** Full-width forms, spaces, and every kind of minus, in the plain form the pattern reads. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b]/g, '')
    .replaceAll(MINUS, '-')
    .replace(/[–—]/g, '-')
    .replaceAll('。', '.')
    .toLowerCase()
    .replace(/^\((.+)\)$/, '-$1');
}

/** Moves the decimal point of a decimal text; undefined where digits would be left behind it. */
function shiftToInteger(figure: string, places: number): bigint | undefined {
  const [integer = '', fraction = ''] = figure.split('.');
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > places) return undefined;
  return BigInt(`${integer}${kept.padEnd(places, '0')}` || '0');
}

/**
 * Reads an amount as people type it, into minor units without floating point: `1.2万`, `１，２００`, `¥1,200.50`,
 * `1.2亿`, `12k`, `-300`, `(300)`. Refuses what could mean two things (`1,2`) or needs less than a minor unit.
 */
export function parseAmount(text: string, { currency = 'CNY' }: { currency?: string } = {}): ParsedAmount {
  const source = plain(text);
  if (source === '' || source === '-') return { ok: true, amountMinor: null };
  const groups = shape.exec(source)?.groups;
  const figure = groups?.['figure'] ?? '';
  if (!groups || !/\d/.test(figure)) return { ok: false, code: 'amount.not-a-number' };
  if (figure.includes(',') && !/^\d{1,3}(,\d{3})+(\.\d*)?$/.test(figure)) return { ok: false, code: 'amount.grouping' };
  const places = (powers[groups['power'] ?? ''] ?? 0) + (minorPerUnit(currency) === 1 ? 0 : 2);
  const minor = shiftToInteger(figure.replaceAll(',', ''), places);
  if (minor === undefined) return { ok: false, code: 'amount.precision' };
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return { ok: false, code: 'amount.too-large' };
  const negative = groups['sign'] === '-' || groups['inner'] === '-';
  return { ok: true, amountMinor: negative && minor > 0n ? -Number(minor) : Number(minor) };
}
