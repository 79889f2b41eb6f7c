import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RoutingError } from '../error.ts';
import { guessFormat } from './guess-format.ts';
import { readInstance } from './read-instance.ts';

const samples = {
  cordeau: '5 2 2 2\n30 10\n0 8\n0 0 0 0 0 0 0 0 99\n7 3 0 2 4 2 1 3 1 9\n12 3 4 1.5 5 1 2 1 2 2 8\n',
  solomon: 'T1\n\nVEHICLE\nNUMBER CAPACITY\n 2 20\n\nCUSTOMER\nCUST NO. X Y D R D S\n\n0 0 0 0 0 100 0\n1 1 1 5 10 20 10\n',
  tsplib: 'NAME: t\nTYPE: TSP\nDIMENSION: 2\nEDGE_WEIGHT_TYPE: EUC_2D\nNODE_COORD_SECTION\n1 0 0\n2 3 4\nEOF\n',
} as const;
const formats = ['cordeau', 'solomon', 'tsplib'] as const;

/** Reads whatever it is; anything but an instance or an error with both texts fails the test. */
function readsOrRefuses(text: string): void {
  for (const format of formats) {
    try {
      const { instance } = readInstance(text, format);
      expect(instance.distance.every((length) => length >= 0 && length < Infinity)).toBe(true);
    } catch (error) {
      expect(error).toBeInstanceOf(RoutingError);
      const { texts } = error as RoutingError;
      expect(`${texts.zh} ${texts.en}`).not.toMatch(/\{value\}|undefined|NaN/);
    }
  }
}

it('sees which format a file has', () => {
  for (const format of formats) expect(guessFormat(samples[format])).toBe(format);
  expect(guessFormat('\uFEFF  {"format": 1}')).toBe('json');
  expect(guessFormat(samples.cordeau.replaceAll('\n', '\r\n'))).toBe('cordeau');
});

it('says that a file has no known format, without control characters of a binary file', () => {
  expect(() => guessFormat('\u0000\u0007\u001b[2Jx')).toThrow('it begins with "[2Jx"');
  expect(() => guessFormat('')).toThrow(RoutingError);
});

it('never ends otherwise than with an instance or a typed error', () => {
  const cut = fc
    .tuple(fc.constantFrom(...formats), fc.nat(200), fc.string({ maxLength: 6, unit: 'binary' }), fc.nat(20))
    .map(([format, at, put, over]) => samples[format].slice(0, at) + put + samples[format].slice(at + over));
  fc.assert(fc.property(cut, readsOrRefuses), { numRuns: 500 });
  fc.assert(fc.property(fc.string({ unit: 'binary' }), readsOrRefuses));
  const bytes = fc.uint8Array().map((data) => new TextDecoder().decode(data));
  fc.assert(fc.property(bytes, readsOrRefuses));
});
