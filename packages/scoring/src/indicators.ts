import type { Text } from './problem.ts';

/**
 * What an indicator counts. Values arrive as facts; this says what they mean. A ratio has a denominator:
 * ratios of people or months are never added, their numerators and denominators are.
 */
export interface IndicatorDefinition {
  readonly id: string;
  readonly name: Text;
  /** `money` is integer minor units (分); `ratio` is numerator ÷ denominator, 1 = 100 %. */
  readonly unit: 'money' | 'count' | 'ratio' | 'days';
  /** Where the facts come from, in words. */
  readonly source: Text;
  readonly numerator: Text;
  /** Present exactly when the unit is `ratio`. */
  readonly denominator?: Text;
  readonly better: 'higher' | 'lower';
}

const t = (zh: string, en: string): Text => ({ zh, en });

/** The indicators that come with the product. A company adds its own beside them. */
export const builtInIndicators: readonly IndicatorDefinition[] = [
  {
    id: 'sales-amount',
    name: t('销售额', 'Sales'),
    unit: 'money',
    source: t('已确认订单，按归属比例计入', 'Confirmed orders, by credit split'),
    numerator: t('订单金额', 'Order amount'),
    better: 'higher',
  },
  {
    id: 'target-attainment',
    name: t('目标达成率', 'Target attainment'),
    unit: 'ratio',
    source: t('已发布的目标与同口径实绩', 'Published targets and actuals on the same definition'),
    numerator: t('实绩', 'Actual'),
    denominator: t('目标', 'Target'),
    better: 'higher',
  },
  {
    id: 'receipts-rate',
    name: t('货款回收率', 'Receipts against due'),
    unit: 'ratio',
    source: t('收款记录与本期到期应收', 'Receipts and receivables due in the period'),
    numerator: t('已收货款', 'Received'),
    denominator: t('到期应收', 'Due'),
    better: 'higher',
  },
  {
    id: 'new-customers',
    name: t('新客户', 'New customers'),
    unit: 'count',
    source: t('期内首次成交的客户', 'Customers with their first order in the period'),
    numerator: t('新成交客户数', 'Customers won'),
    better: 'higher',
  },
  {
    id: 'effective-visit-rate',
    name: t('有效拜访率', 'Effective visit rate'),
    unit: 'ratio',
    source: t(
      '有效 = 已完成，且在客户处（或有认可的凭证、允许的远程方式），停留达到该类拜访的最短时长，必填总结已填，拜访目的有结果',
      'Effective = completed, on site (or accepted evidence or an allowed remote channel), long enough for its type, required summary filled, result of the purpose recorded',
    ),
    numerator: t('有效拜访', 'Effective visits'),
    denominator: t('已完成拜访', 'Completed visits'),
    better: 'higher',
  },
  {
    id: 'effective-of-planned',
    name: t('计划有效率', 'Effective of planned visits'),
    unit: 'ratio',
    source: t('与有效拜访率同口径，分母为计划拜访', 'As the effective visit rate, against planned visits'),
    numerator: t('有效拜访', 'Effective visits'),
    denominator: t('计划拜访', 'Planned visits'),
    better: 'higher',
  },
  {
    id: 'visit-completion-rate',
    name: t('拜访完成率', 'Visit completion'),
    unit: 'ratio',
    source: t('拜访计划与拜访记录', 'Visit plan and visit records'),
    numerator: t('已完成拜访', 'Completed visits'),
    denominator: t('计划拜访', 'Planned visits'),
    better: 'higher',
  },
  {
    id: 'overdue-rate',
    name: t('逾期率', 'Overdue share'),
    unit: 'ratio',
    source: t('期末应收账款', 'Receivables at the end of the period'),
    numerator: t('逾期应收', 'Overdue receivables'),
    denominator: t('应收余额', 'Receivables'),
    better: 'lower',
  },
  {
    id: 'overdue-receivables',
    name: t('逾期应收笔数', 'Overdue receivables'),
    unit: 'count',
    source: t('期末超过信用账期的应收单据', 'Receivables past their credit term at the end of the period'),
    numerator: t('逾期笔数', 'Overdue items'),
    better: 'lower',
  },
  {
    id: 'stage-conversion',
    name: t('阶段转化率', 'Stage conversion'),
    unit: 'ratio',
    source: t('同一批商机：进入下一阶段 ÷ 进入本阶段', 'One cohort of opportunities: entered the next stage ÷ entered this one'),
    numerator: t('进入下一阶段', 'Entered next stage'),
    denominator: t('进入本阶段', 'Entered stage'),
    better: 'higher',
  },
  {
    id: 'collection-days',
    name: t('平均回款天数', 'Days to collect'),
    unit: 'ratio',
    source: t('期内收讫的应收：回款天数之和 ÷ 笔数', 'Receivables settled in the period: sum of days ÷ number'),
    numerator: t('回款天数合计', 'Sum of days'),
    denominator: t('收讫笔数', 'Items settled'),
    better: 'lower',
  },
  {
    id: 'compliance-incidents',
    name: t('合规事件', 'Compliance incidents'),
    unit: 'count',
    source: t('期内确认的重大不符合项', 'Critical findings confirmed in the period'),
    numerator: t('重大不符合项', 'Critical findings'),
    better: 'lower',
  },
];
