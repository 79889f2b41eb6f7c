/**
 * JSON in one form only: names sorted by code units, no white space, numbers and texts as ECMAScript writes them. The same
 * value is always the same bytes, so that a hash over it can be computed again by anybody.
 */

/** The canonical text of a JSON value, in pieces of some kilobytes. Members that are undefined are left out. */
export function* canonicalPieces(value: unknown): Generator<string> {
  const buffer: string[] = [];
  for (const piece of walk(value)) {
    buffer.push(piece);
    if (buffer.length >= 512) yield buffer.splice(0).join('');
  }
  yield buffer.join('');
}

function* walk(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield JSON.stringify(value);
    return;
  }
  if (Array.isArray(value)) {
    // Rows of amounts and columns of a journal are most of a file; the built-in writes them alike and faster.
    if (value.every(isPlain)) {
      yield JSON.stringify(value);
      return;
    }
    let separator = '[';
    for (const item of value as readonly unknown[]) {
      yield separator;
      yield* walk(item);
      separator = ',';
    }
    yield ']';
    return;
  }
  let separator = '{';
  for (const [name, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (member === undefined) continue;
    yield `${separator}${JSON.stringify(name)}:`;
    yield* walk(member);
    separator = ',';
  }
  yield separator === '{' ? '{}' : '}';
}

function isPlain(item: unknown): boolean {
  return typeof item !== 'object' || item === null;
}
