import { describe, expect, it } from 'vitest';
import { createRun } from '../run.ts';
import { lintTemplate } from '../lint-template.ts';
import { score } from '../score.ts';
import { contractCheck } from './contract-check.ts';
import { visitCheck } from './visit-check.ts';

describe.each([contractCheck, visitCheck])('$id', (pack) => {
  it('is sound, bilingual, of a size a person finishes, and shows how far each clause is confirmed', () => {
    expect(lintTemplate(pack)).toEqual([]);
    const items = pack.sections.flatMap((s) => s.items);
    expect(items.length).toBeGreaterThanOrEqual(10);
    expect(items.length).toBeLessThanOrEqual(16);
    expect(pack.notice?.zh).toContain('不构成法律意见');
    expect(new Set(items.flatMap((i) => i.lawRefs ?? []).map((l) => l.confirmation))).toEqual(new Set(['to-be-confirmed']));
  });
});

describe('contract check', () => {
  it('asks a large payer for days, a public body for 30 or 60', () => {
    const run = createRun(contractCheck);
    expect(run.setAnswer('payer', { value: 'large' })).toEqual(['payer', 'term-large', 'pay-when-paid']);
    expect(run.setAnswer('payer', { value: 'public' })).toEqual(['payer', 'term-public', 'term-large']);
  });

  it('scores a real case: 90 days from a large enterprise, everything else in order', () => {
    const run = createRun(contractCheck);
    const answers = {
      'own-template': 'ours',
      authority: 'yes',
      subject: 'yes',
      performance: 'yes',
      'has-standard-terms': 'yes',
      'terms-pointed-out': 'yes',
      payer: 'large',
      'term-large': 90,
      'pay-when-paid': 'no',
      'discounts-stated': 'yes',
      breach: 'yes',
      'liquidated-damages': 'na',
    };
    for (const [id, value] of Object.entries(answers)) run.setAnswer(id, { value });
    // Payment: (15 + 15) / 65 = 46.15 %, below its floor of 50; total 75 + 25 × 30/65 = 86.538 %
    expect(score(contractCheck, run.submission())).toMatchObject({
      percent: 86_538,
      result: 'fail',
      reasons: [{ code: 'floor', id: 'payment' }],
    });
    expect(run.state().missing.map((p) => p.code)).toEqual(['missing.note', 'missing.answer']);
  });
});
