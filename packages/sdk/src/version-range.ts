/** The parts of a semantic version. Build metadata is dropped: it does not order versions. */
interface Version {
  readonly numbers: readonly [number, number, number];
  readonly pre: readonly string[];
}

const versionPattern = /^(\d{1,9})\.(\d{1,9})\.(\d{1,9})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
const partPattern = /^(\^|~|>=|<=|>|<|=)?(\d{1,9}|\*|x)(?:\.(\d{1,9}|\*|x))?(?:\.(\d{1,9}|\*|x))?(?:-([0-9A-Za-z.-]+))?$/;

/** Whether a text is a semantic version such as `1.4.0` or `2.0.0-beta.1`. */
export function isVersion(text: string): boolean {
  return parse(text) !== null;
}

/** Whether a text is a range that `satisfies` understands. */
export function isRange(text: string): boolean {
  return alternatives(text) !== null;
}

/** Negative when `a` is below `b`, 0 when equal. Texts that are no versions come first. */
export function compareVersions(a: string, b: string): number {
  const left = parse(a);
  const right = parse(b);
  if (!left || !right) return Number(left !== null) - Number(right !== null);
  return compare(left, right);
}

/**
 * Whether a version lies in a range: `1.2.3`, `^1.2`, `~1.2.3`, `>=1 <3`, `1.x`, `*`, and alternatives with `||`.
 * As everywhere, a pre-release only fits a range that names a pre-release of the same three numbers.
 */
export function satisfies(version: string, range: string): boolean {
  const parsed = parse(version);
  const ways = alternatives(range);
  if (!parsed || !ways) return false;
  return ways.some((bounds) => bounds.every((bound) => bound.holds(parsed)) && preReleaseAllowed(parsed, bounds));
}

interface Bound {
  readonly named: Version;
  holds(version: Version): boolean;
}

function parse(text: string): Version | null {
  const match = versionPattern.exec(text);
  if (!match) return null;
  return { numbers: [Number(match[1]), Number(match[2]), Number(match[3])], pre: match[4]?.split('.') ?? [] };
}

function alternatives(range: string): readonly (readonly Bound[])[] | null {
  const ways = range.split('||').map((way) => way.trim().split(/\s+/).filter(Boolean).map(bounds));
  return ways.some((way) => way.includes(null)) ? null : ways.map((way) => way.flatMap((part) => part ?? []));
}

function bounds(part: string): readonly Bound[] | null {
  const match = partPattern.exec(part);
  if (!match) return null;
  const given = [match[2], match[3], match[4]].map((text) =>
    text === undefined || text === '*' || text === 'x' ? null : Number(text),
  );
  const [major = null, minor = null, patch = null] = given;
  if (major === null) return [];
  const low = make([major, minor ?? 0, patch ?? 0], match[5]?.split('.') ?? []);
  return boundsOf(match[1] ?? '', low, minor === null ? 1 : patch === null ? 2 : 3);
}

/** `given` says how many of the three numbers were written. */
function boundsOf(operator: string, low: Version, given: 1 | 2 | 3): readonly Bound[] {
  const after = bump(low, given - 1);
  switch (operator) {
    case '>=':
      return [atLeast(low)];
    case '>':
      return given === 3 ? [{ named: low, holds: (version) => compare(version, low) > 0 }] : [atLeast(after)];
    case '<':
      return given === 3 ? [{ named: low, holds: (version) => compare(version, low) < 0 }] : [below(floor(low))];
    case '<=':
      return given === 3 ? [{ named: low, holds: (version) => compare(version, low) <= 0 }] : [below(floor(after))];
    case '^':
      return [atLeast(low), below(floor(bump(low, caretPosition(low, given))))];
    case '~':
      return [atLeast(low), below(floor(bump(low, given === 1 ? 0 : 1)))];
    default:
      if (given < 3) return [atLeast(low), below(floor(after))];
      return [{ named: low, holds: (version) => compare(version, low) === 0 }];
  }
}

/** The first number that is not zero may not change; where all written ones are zero, the last written one. */
function caretPosition(low: Version, given: 1 | 2 | 3): number {
  const position = low.numbers.findIndex((number) => number !== 0);
  return position === -1 || position >= given ? given - 1 : position;
}

function make(numbers: readonly [number, number, number], pre: readonly string[] = []): Version {
  return { numbers, pre };
}

function bump({ numbers: [major, minor, patch] }: Version, position: number): Version {
  if (position === 0) return make([major + 1, 0, 0]);
  return position === 1 ? make([major, minor + 1, 0]) : make([major, minor, patch + 1]);
}

/** Below every pre-release of the same numbers. */
function floor(version: Version): Version {
  return make(version.numbers, ['0']);
}

function atLeast(low: Version): Bound {
  return { named: low, holds: (version) => compare(version, low) >= 0 };
}

function below(high: Version): Bound {
  return { named: make(high.numbers), holds: (version) => compare(version, high) < 0 };
}

function preReleaseAllowed(version: Version, all: readonly Bound[]): boolean {
  if (version.pre.length === 0) return true;
  return all.some(
    ({ named }) => named.pre.length > 0 && named.numbers.every((number, index) => number === version.numbers[index]),
  );
}

function compare(a: Version, b: Version): number {
  for (const index of [0, 1, 2] as const) {
    const difference = a.numbers[index] - b.numbers[index];
    if (difference !== 0) return difference;
  }
  if (a.pre.length === 0 || b.pre.length === 0) return b.pre.length - a.pre.length;
  return comparePre(a.pre, b.pre);
}

function comparePre(a: readonly string[], b: readonly string[]): number {
  for (const [index, left] of a.entries()) {
    const right = b[index];
    if (right === undefined) return 1;
    const difference = comparePart(left, right);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function comparePart(a: string, b: string): number {
  const [left, right] = [a, b].map((part) => (/^\d+$/.test(part) ? Number(part) : null));
  if (left != null && right != null) return left - right;
  if (left != null || right != null) return left != null ? -1 : 1;
  return a < b ? -1 : Number(a > b);
}
