import type { ScoreCard } from '../card.ts';

/** A sales manager's quarter: the team's result, its cash, its funnel and its field work. */
export const managerQuarter: ScoreCard = {
  id: 'manager-quarter',
  version: '1.0.0',
  name: { zh: '销售主管季度绩效', en: "Sales manager's quarter" },
  weights: 'of-group',
  notApplicable: 'renormalise',
  groups: [
    {
      id: 'results',
      name: { zh: '团队业绩', en: 'Team results' },
      weight: 60,
      items: [
        {
          id: 'team-sales',
          name: { zh: '团队销售额', en: 'Team sales' },
          indicatorId: 'sales-amount',
          weight: 70,
          curve: {
            kind: 'three-point',
            axis: 'attainment',
            baseline: 0.5,
            target: 1,
            stretch: 1.2,
            stretchPoints: 120,
          },
        },
        {
          id: 'overdue-rate',
          name: { zh: '逾期率', en: 'Overdue share' },
          indicatorId: 'overdue-rate',
          weight: 30,
          target: 0.05,
          curve: { kind: 'reverse', method: 'two-minus', cap: 1 },
          zeroDenominator: 'not-applicable',
        },
      ],
    },
    {
      id: 'funnel',
      name: { zh: '漏斗与过程', en: 'Funnel and field work' },
      weight: 40,
      items: [
        {
          id: 'conversion',
          indicatorId: 'stage-conversion',
          weight: 50,
          curve: { kind: 'goal-red-flag', axis: 'value', goal: 0.3, redFlag: 0.2 },
        },
        {
          id: 'completion',
          indicatorId: 'visit-completion-rate',
          weight: 30,
          curve: { kind: 'binary', axis: 'value', at: 0.9, edge: 'at-or-above' },
        },
        {
          id: 'incidents',
          indicatorId: 'compliance-incidents',
          weight: 20,
          curve: { kind: 'either-or', earns: 'zero' },
        },
      ],
    },
  ],
  grades: [
    { id: 'A', name: { zh: '优秀', en: 'Strong' }, from: 90 },
    { id: 'B', name: { zh: '良好', en: 'Good' }, from: 70 },
    { id: 'C', name: { zh: '待改进', en: 'Needs work' }, from: 0 },
  ],
};
