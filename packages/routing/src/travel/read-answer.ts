import type { HttpAnswer, TableAnswer, TravelFault } from './provider.ts';

const LONGEST_DETAIL = 200;

/** A JSON object of unknown contents. */
export type Fields = Readonly<Record<string, unknown>>;

/** Why there is no table. The key is taken out of the words of the provider, which may repeat it. */
export function fault(kind: TravelFault, detail: unknown, key = ''): TableAnswer & { readonly ok: false } {
  const text = typeof detail === 'string' || typeof detail === 'number' ? String(detail) : '';
  const clean = key === '' ? text : text.replaceAll(key, '***').replaceAll(encodeURIComponent(key), '***');
  return { ok: false, fault: kind, detail: clean.slice(0, LONGEST_DETAIL) };
}

/** The object in an answer, with its HTTP status; or the fault when there is none. */
export function readAnswer(
  answer: HttpAnswer,
): { readonly status: number; readonly fields: Fields } | (TableAnswer & { readonly ok: false }) {
  if (answer.status === null) return fault(answer.why, '');
  const { status, text } = answer;
  const fields = parse(text);
  if (fields !== null) return { status, fields };
  // Proxies answer in HTML; the status is all that can be told.
  if (status === 429 || status >= 500) return fault('busy', `HTTP ${status}`);
  if (status === 401 || status === 403) return fault('key', `HTTP ${status}`);
  return fault(status >= 400 ? 'refused' : 'malformed', `HTTP ${status}`);
}

/** The fault an HTTP status stands for where the provider's own code says nothing more. */
export function faultOfStatus(status: number): TravelFault {
  if (status === 401 || status === 403) return 'key';
  return status === 429 || status >= 500 ? 'busy' : 'refused';
}

/** A finite number of at least 0, also when it is written as text; null for anything else. */
export function amount(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null;
}

function parse(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}
