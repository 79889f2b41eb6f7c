import type { ScoreCard } from '../card.ts';

/** A card with five kinds of curve and a veto, for tests with hand arithmetic: it does not move when the product's card does. */
export const exampleCard: ScoreCard = {
  id: 'representative-month',
  version: '1.0.0',
  name: { zh: '销售代表月度绩效', en: "Representative's month" },
  weights: 'of-total',
  notApplicable: 'renormalise',
  groups: [
    {
      id: 'results',
      name: { zh: '业绩结果', en: 'Results' },
      items: [
        {
          id: 'sales',
          name: { zh: '销售额目标达成', en: 'Sales against target' },
          indicatorId: 'sales-amount',
          weight: 40,
          curve: { kind: 'ratio', floor: 0.6, cap: 1.2 },
        },
        {
          id: 'receipts',
          name: { zh: '货款回收', en: 'Receipts' },
          indicatorId: 'receipts-rate',
          weight: 20,
          curve: {
            kind: 'three-point',
            axis: 'value',
            baseline: 0.6,
            target: 0.95,
            stretch: 1,
            stretchPoints: 110,
          },
          zeroDenominator: 'not-applicable',
        },
        {
          id: 'overdue',
          name: { zh: '逾期应收', en: 'Overdue receivables' },
          indicatorId: 'overdue-receivables',
          weight: 10,
          curve: { kind: 'deduction', start: 10, perUnit: 2 },
        },
      ],
    },
    {
      id: 'activity',
      name: { zh: '过程行为', en: 'Activity' },
      items: [
        {
          id: 'new-customers',
          name: { zh: '新客户开发', en: 'New customers' },
          indicatorId: 'new-customers',
          weight: 15,
          curve: {
            kind: 'step',
            axis: 'value',
            includedEdge: 'lower',
            steps: [
              { from: 1, points: 40 },
              { from: 2, points: 70 },
              { from: 3, points: 100 },
              { from: 5, points: 120 },
            ],
          },
        },
        {
          id: 'effective-visits',
          name: { zh: '有效拜访率', en: 'Effective visits' },
          indicatorId: 'effective-visit-rate',
          weight: 15,
          curve: { kind: 'four-level', axis: 'value', levels: [0.6, 0.7, 0.8, 0.9] },
          zeroDenominator: 'zero',
        },
      ],
    },
  ],
  vetoes: [
    {
      id: 'compliance',
      indicatorId: 'compliance-incidents',
      curve: { kind: 'veto', at: 1, edge: 'at-or-above' },
      scope: { level: 'total' },
      effect: { kind: 'cap', points: 59 },
      reason: {
        zh: '本期有已确认的重大合规问题，总分最高 59 分',
        en: 'A critical compliance finding was confirmed this period: 59 points at most',
      },
      citation: {
        zh: '公司销售合规制度（由企业填写条款）',
        en: "The company's sales compliance rules (clause to be filled in)",
      },
    },
  ],
  grades: [
    { id: 'S', name: { zh: '卓越', en: 'Outstanding' }, from: 105 },
    { id: 'A', name: { zh: '优秀', en: 'Strong' }, from: 90 },
    { id: 'B', name: { zh: '良好', en: 'Good' }, from: 75 },
    { id: 'C', name: { zh: '合格', en: 'Adequate' }, from: 60 },
    { id: 'D', name: { zh: '待改进', en: 'Needs work' }, from: 0 },
  ],
};
