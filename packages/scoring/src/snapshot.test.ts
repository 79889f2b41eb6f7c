import { describe, expect, it } from 'vitest';
import { exampleCard as card } from './testing/example-card.ts';
import { scoreCard } from './score-card.ts';
import { canonicalJson, hashSnapshot, replay, snapshot, verifyResult } from './snapshot.ts';

const facts = [
  { personId: 'li', indicatorId: 'sales-amount', numerator: 45, factRefs: ['b', 'a'] },
  { personId: 'wu', indicatorId: 'sales-amount', numerator: null },
];
const targets = [{ personId: 'li', indicatorId: 'sales-amount', value: 50 }];

describe('snapshot', () => {
  it('gives the same bytes whatever the order of facts and keys', () => {
    const reversed = [...facts]
      .reverse()
      .map((f) => Object.fromEntries(Object.entries(f).reverse()) as unknown as (typeof facts)[number]);
    expect(snapshot({ targets, facts: reversed, card, period: '2026-11' })).toBe(
      snapshot({ period: '2026-11', card, facts, targets }),
    );
  });

  it('replays to the same result', () => {
    const text = snapshot({ period: '2026-11', card, facts, targets });
    expect(canonicalJson(replay(text))).toBe(canonicalJson(scoreCard(card, facts, targets)));
  });

  it('finds a result that was changed after scoring', () => {
    const text = snapshot({ period: '2026-11', card, facts, targets });
    const honest = scoreCard(card, facts, targets);
    expect(verifyResult(text, honest)).toEqual([]);
    const raised = {
      ...honest,
      people: honest.people.map((p) => (p.personId === 'wu' ? { ...p, points: p.points + 1 } : p)),
    };
    expect(verifyResult(text, raised)).toMatchObject([{ code: 'result.differs', path: 'people.wu' }]);
    expect(verifyResult(text, { ...honest, cardVersion: '9', people: honest.people.slice(1) }).map((p) => p.path)).toEqual([
      'result',
      'people.li',
    ]);
  });

  it('refuses other texts and other versions of the arithmetic', () => {
    expect(() => replay('{}')).toThrow('At format');
    expect(() => replay('{"format":"milepost/scoring-snapshot/v1","engine":"0"}')).toThrow('frozen by version 0');
  });

  it('hashes with the given digest: SHA-256 of "abc"', async () => {
    expect(await hashSnapshot('abc', (bytes) => crypto.subtle.digest('SHA-256', bytes))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('sorts keys and refuses what JSON cannot carry', () => {
    expect(canonicalJson({ b: [1.5, null], a: 'x', c: undefined })).toBe('{"a":"x","b":[1.5,null]}');
    expect(() => canonicalJson({ a: NaN })).toThrow('NaN');
  });
});
