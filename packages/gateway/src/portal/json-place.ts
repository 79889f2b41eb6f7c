/** A place in a text; both count from 1. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** One token of JSON; the longest first, and `$` never matches in the middle of a broken one. */
const token =
  /[{}[\]:,]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

/**
 * Where a text stops being JSON: the first character that cannot stand there, or, when it only ends too early, the place just
 * after the last thing it says (not the empty line behind it). The messages of `JSON.parse` name a position for some errors
 * only, so the text is read once more here.
 */
export function placeOfBreak(text: string): TextPlace {
  const at = offsetOfBreak(text);
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

/** What may come next. `first` is directly behind an opening bracket, where the closing one is allowed as well. */
type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma or end';

function offsetOfBreak(text: string): number {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let end = 0;
  for (;;) {
    const start = skipSpace(text, end);
    if (start === text.length) return end;
    token.lastIndex = start;
    const found = token.exec(text)?.[0] ?? '';
    const next: Expected | null = found ? after(found, expected, open) : null;
    if (!next) return start;
    expected = next;
    end = start + found.length;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at += 1;
  return at;
}

/** What comes after a token, or null where it must not stand. Keeps `open` up to date. */
function after(found: string, expected: Expected, open: ('{' | '[')[]): Expected | null {
  const inside = open.at(-1);
  if (expected === 'colon') return found === ':' ? 'value' : null;
  if (expected === 'comma or end' && found === ',' && inside) return inside === '{' ? 'key' : 'value';
  if (found === '}' || found === ']') {
    const fits = inside === (found === '}' ? '{' : '[') && expected !== 'key' && expected !== 'value';
    if (!fits) return null;
    open.pop();
    return 'comma or end';
  }
  if (expected === 'key' || expected === 'first key') return found.startsWith('"') ? 'colon' : null;
  if (expected === 'comma or end' || found === ',' || found === ':') return null;
  if (found !== '{' && found !== '[') return 'comma or end';
  open.push(found);
  return found === '{' ? 'first key' : 'first value';
}
