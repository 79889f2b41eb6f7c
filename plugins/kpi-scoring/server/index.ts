import { defineRules, defineServerPart } from '@milepost/gateway/server-part';
import type { CardVersion, PersonalTarget, RunRecord, Seal } from '../src/domain/records.ts';
import { cardRules } from './card-rules.ts';
import { demoRecords } from './demo.ts';
import { freeze } from './freeze.ts';
import { runRules } from './run-rules.ts';
import { sealRules } from './seal-rules.ts';
import { targetRules } from './target-rules.ts';

/** The rules of scoring: cards that add up, targets that belong to somebody, and frozen months nobody can forge or change. */
export default defineServerPart({
  id: 'kpi-scoring',
  collections: {
    cards: defineRules<CardVersion>(cardRules),
    targets: defineRules<PersonalTarget>(targetRules),
    runs: defineRules<RunRecord>(runRules),
    seals: defineRules<Seal>(sealRules),
  },
  routes: [freeze],
  demoRecords,
});
