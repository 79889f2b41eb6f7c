import type { Locale } from '../host/locale.ts';

/** Values for the places of a message. */
export type MessageParams = Readonly<Record<string, string | number>>;

const pluralRules = new Map<string, Intl.PluralRules>();

/**
 * Fills in a message: `{name}` is replaced, `{n, plural, =0 {none} one {# visit} other {# visits}}` picks a form by the
 * language's rules and puts the number for `#`. Forms may contain further places. A place without a value stays as written,
 * so that a missing parameter is seen.
 */
export function formatMessage(message: string, params: MessageParams, locale: Locale): string {
  if (!message.includes('{')) return message;
  let out = '';
  let at = 0;
  while (at < message.length) {
    const open = message.indexOf('{', at);
    if (open < 0) return out + message.slice(at);
    const close = closing(message, open);
    if (close < 0) return out + message.slice(at);
    out += message.slice(at, open) + place(message.slice(open + 1, close), params, locale);
    at = close + 1;
  }
  return out;
}

function place(inner: string, params: MessageParams, locale: Locale): string {
  const match = /^\s*(\w+)\s*(?:,\s*(plural|number)\s*(?:,([\s\S]*))?)?$/.exec(inner);
  const value = match?.[1] === undefined ? undefined : params[match[1]];
  if (!match || value === undefined) return `{${inner}}`;
  if (match[2] === 'plural') return plural(match[3] ?? '', Number(value), params, locale);
  return match[2] === 'number' ? number(Number(value), locale) : String(value);
}

function plural(forms: string, value: number, params: MessageParams, locale: Locale): string {
  const found = readForms(forms);
  const form = found.get(`=${value}`) ?? found.get(rule(locale).select(value)) ?? found.get('other') ?? '';
  return formatMessage(form.replaceAll('#', number(value, locale)), params, locale);
}

function readForms(text: string): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  let at = 0;
  for (;;) {
    const open = text.indexOf('{', at);
    const close = open < 0 ? -1 : closing(text, open);
    if (close < 0) return forms;
    forms.set(text.slice(at, open).trim(), text.slice(open + 1, close));
    at = close + 1;
  }
}

/** The brace that closes the one at `open`, or -1. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

function rule(locale: Locale): Intl.PluralRules {
  const known = pluralRules.get(locale) ?? new Intl.PluralRules(locale);
  pluralRules.set(locale, known);
  return known;
}

function number(value: number, locale: Locale): string {
  return value.toLocaleString(locale);
}
