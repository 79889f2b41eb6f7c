import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { placeOfBreak } from './json-place.ts';

describe('where a text stops being JSON', () => {
  it.each([
    ['a missing comma between lines', '{\n  "a": 1\n  "b": 2\n}\n', 3, 3],
    ['a comma before the closing bracket', '{\n  "pages": [1, 2,]\n}\n', 2, 18],
    ['a comma before the closing brace', '{ "a": 1, }', 1, 11],
    ['a missing colon', '{ "a" 1 }', 1, 7],
    ['a key without quotes', '{\n  a: 1\n}', 2, 3],
    ['single quotes', "{ 'a': 1 }", 1, 3],
    ['the wrong closing bracket', '{ "a": [1, 2} }', 1, 13],
    ['a word that is none of JSON', '{ "a": True }', 1, 8],
    ['a number with a leading zero', '[01]', 1, 2],
    ['a comment', '{\n  // pages\n  "a": 1\n}', 2, 3],
    ['a string that never ends', '{\n  "a": "b\n}\n', 2, 8],
    ['something behind the end', '{}\n}', 2, 1],
    ['one line that ends too early, with the line break behind it', '{ "schema": "portal/v1", "pages": [\n', 1, 36],
    ['two lines that end too early', '{\n  "a": 1\n', 2, 9],
    ['an empty file', '', 1, 1],
    ['Chinese text before it', '{ "标题": "门户" "b": 1 }', 1, 14],
    ['Windows line ends', '{\r\n  "a": 1\r\n  "b": 2\r\n}', 3, 3],
  ])('finds %s', (_name, text, line, column) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(placeOfBreak(text)).toEqual({ line, column });
  });

  it('reads everything that is JSON to its end', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 3 }), (compact, indent) => {
        const text = JSON.stringify(JSON.parse(compact), null, indent);
        const last = text.split('\n').at(-1) ?? '';
        expect(placeOfBreak(`${text}\n`)).toEqual({ line: text.split('\n').length, column: last.length + 1 });
      }),
    );
  });
});
