import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalPieces } from './canonical.ts';
import { jsonPieces } from './format-json.ts';
import { readJson } from './read-json.ts';

it('reads what JSON.parse reads, however it is laid out', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      fc.pre(!/"__proto__":/.test(JSON.stringify(value)) && !hasUnsafe(value));
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(readJson(JSON.stringify(value))).toEqual(plain);
      expect(readJson([...jsonPieces(plain)].join(''))).toEqual(plain);
      expect(readJson([...canonicalPieces(plain)].join(''))).toEqual(plain);
    }),
  );
});

it('refuses what JSON.parse refuses', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '{', ']', '\\', '\n', '0', 'e', '-'), (text, at, put) => {
      const place = at % (text.length + 1);
      const broken = text.slice(0, place) + put + text.slice(place + 1);
      fc.pre(!parses(broken));
      expect(() => readJson(broken)).toThrow(/JSON|twice|exactly/);
    }),
  );
});

it.each([
  ['{"a": [1, NaN]}', /At a\.1: .*1:11/],
  ['{\n  "total": 1,\n}', /2:13|3:1/],
  ['{"a": 1, "b": {"a": 1, "a": 2}}', /At b\.a: "a" occurs twice/],
  ['[9007199254740993]', /At 0: The number 9007199254740993/],
  ['[1.00000000000000000001]', /At 0: The number/],
  ['[1e-400]', /At 0: The number 1e-400/],
  ['[1e400]', /At 0: The number 1e400/],
  ['[01]', /1:2/],
  ['[1] 2', /1:5/],
  ['["a\nb"]', /1:4/],
  ['{"__proto__": {}}', /no property/],
  ['['.repeat(40), /deeper than 32/],
])('names the place in %j', (text, message) => {
  expect(() => readJson(text)).toThrow(message);
});

it('reads the largest exact amount, a byte order mark, and numbers in other notations', () => {
  expect(readJson('\ufeff[9007199254740991, -0, 1.50e1, 2.5, 1e15, 1000000000000000]')).toEqual([
    9007199254740991, 0, 15, 2.5, 1e15, 1e15,
  ]);
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Numbers that the reader refuses by purpose, or reads as 0 where JSON.parse makes -0. */
function hasUnsafe(value: unknown): boolean {
  if (typeof value === 'number') return Object.is(value, -0) || Math.abs(value) > Number.MAX_SAFE_INTEGER;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUnsafe);
}
