/** JSON for people: one property, row or member to a line, lists of numbers and small objects on one. */

const WIDTH = 130;
const PIECE = 16_384;

/** The text of a JSON value in pieces of some kilobytes, so that a large plan never is one text in memory. */
export function* jsonPieces(value: unknown): Generator<string> {
  const buffer: string[] = [];
  let size = 0;
  for (const piece of walk(value, '')) {
    buffer.push(piece);
    size += piece.length;
    if (size < PIECE) continue;
    yield buffer.splice(0).join('');
    size = 0;
  }
  buffer.push('\n');
  yield buffer.join('');
}

function* walk(value: unknown, indent: string): Generator<string> {
  if (typeof value !== 'object' || value === null || isFlat(value)) {
    yield oneLine(value);
    return;
  }
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const members = isList
    ? (value as readonly unknown[]).map((item) => ['', item] as const)
    : Object.entries(value).filter(([, item]) => item !== undefined);
  let separator = isList ? '[' : '{';
  for (const [name, item] of members) {
    yield `${separator}\n${inner}${isList ? '' : `${JSON.stringify(name)}: `}`;
    yield* walk(item, inner);
    separator = ',';
  }
  yield `\n${indent}${isList ? ']' : '}'}`;
}

/** Lists of plain values are one line however long: they are rows of amounts. Objects are, when they are short. */
function isFlat(value: object): boolean {
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object' || item === null);
  const entries = Object.values(value);
  if (entries.length > 8) return false;
  const plain = entries.every((item: unknown) => typeof item !== 'object' || item === null || isSmall(item));
  return plain && JSON.stringify(value).length < WIDTH;
}

function isSmall(value: object): boolean {
  const items: unknown[] = Array.isArray(value) ? (value as unknown[]) : Object.values(value);
  return items.length <= 6 && items.every((item) => typeof item !== 'object' || item === null);
}

function oneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return JSON.stringify(value).replaceAll(/,(?=["{[])/g, ', ');
  const members = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([name, item]) => `${JSON.stringify(name)}: ${oneLine(item)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}
