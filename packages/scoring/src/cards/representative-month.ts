import type { ScoreCard } from '../card.ts';

/**
 * A field representative's month: result first, then the activity that leads to it. Whoever meets the plan with average
 * collection and visits stands at about 80; 95 takes more than the plan.
 */
export const representativeMonth: ScoreCard = {
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
          curve: { kind: 'ratio', floor: 0.5, cap: 1.2 },
          reason: {
            zh: '完成多少得多少；不到一半说明月度目标基本没有做，不得分；超过 120% 不再加分，免得把下月的订单提前压货。',
            en: 'As much as was reached. Below half the month’s target was hardly worked on; above 120% nothing is added, so that nobody loads next month’s orders forward.',
          },
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
            stretch: 1.1,
            stretchPoints: 110,
          },
          zeroDenominator: 'not-applicable',
          reason: {
            zh: '到期货款收回 95% 就是满分，留 5% 给对账差异；收回旧欠可到 110%；不足 60% 不得分。',
            en: '95% of what fell due earns all and leaves 5% for differences in reconciliation; collecting old debt earns up to 110%; below 60% nothing.',
          },
        },
        {
          id: 'overdue',
          name: { zh: '逾期率', en: 'Overdue share' },
          indicatorId: 'overdue-rate',
          weight: 10,
          curve: {
            kind: 'three-point',
            axis: 'value',
            baseline: 0.5,
            target: 0.2,
            stretch: 0.1,
            stretchPoints: 110,
          },
          zeroDenominator: 'not-applicable',
          reason: {
            zh: '按逾期金额占应收的比例，不按笔数：客户多的人发票多，按笔数会一律扣光。20% 以内满分，一半逾期不得分。',
            en: 'By the overdue share of receivables, not by the number of invoices: a large portfolio always has some. 20% and less earns all, one half nothing.',
          },
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
          weight: 10,
          curve: {
            kind: 'step',
            axis: 'value',
            includedEdge: 'lower',
            below: 40,
            steps: [
              { from: 1, points: 100 },
              { from: 2, points: 120 },
            ],
          },
          reason: {
            zh: '以维护老客户为主的岗位，多数月份没有新成交，所以没有也得 40；成交一家即满分，两家起 120。',
            en: 'Most months of a portfolio job bring no new customer, so none still earns 40; one earns all, two and more 120.',
          },
        },
        {
          id: 'effective-visits',
          name: { zh: '有效拜访率', en: 'Effective visits' },
          indicatorId: 'effective-visit-rate',
          weight: 20,
          curve: { kind: 'four-level', axis: 'value', levels: [0.65, 0.75, 0.85, 0.95] },
          zeroDenominator: 'zero',
          reason: {
            zh: '四级之间线性：三次里有两次有效起算，二十次里只差一次为满分；没有完成任何拜访计 0 分。',
            en: 'Straight lines between four levels: from two of three visits on, all at nineteen of twenty; without a completed visit 0.',
          },
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
    { id: 'A', name: { zh: '优秀', en: 'Strong' }, from: 95 },
    { id: 'B', name: { zh: '良好', en: 'Good' }, from: 80 },
    { id: 'C', name: { zh: '合格', en: 'Adequate' }, from: 60 },
    { id: 'D', name: { zh: '待改进', en: 'Needs work' }, from: 0 },
  ],
};
