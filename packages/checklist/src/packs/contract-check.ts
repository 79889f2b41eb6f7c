import type { Template } from '../template.ts';
import { civilCode, notice, smePayment, unfairCompetition } from './laws.ts';

const noteOnFail = { when: 'fail', needs: ['note'] } as const;

/** 签约前合同检查: what to look at before a sales contract is signed. */
export const contractCheck: Template = {
  id: 'contract-check',
  version: '1.0.0',
  title: { zh: '签约前合同检查', en: 'Contract check before signing' },
  notice,
  hiddenAnswer: 'clear-on-submit',
  passFrom: 80,
  riskLevels: [
    { id: 'high', title: { zh: '高风险', en: 'High risk' }, from: 0 },
    { id: 'medium', title: { zh: '中风险', en: 'Medium risk' }, from: 60 },
    { id: 'low', title: { zh: '低风险', en: 'Low risk' }, from: 85 },
  ],
  sections: [
    {
      id: 'parties',
      title: { zh: '主体与文本', en: 'Parties and text' },
      weight: 25,
      items: [
        {
          id: 'own-template',
          type: 'choice',
          title: { zh: '合同采用哪一方的文本？', en: 'Whose contract text is used?' },
          required: true,
          options: [
            { id: 'ours', title: { zh: '我方现行模板', en: 'Our current template' } },
            { id: 'ours-changed', title: { zh: '我方模板，有改动', en: 'Our template with changes' } },
            { id: 'theirs', title: { zh: '对方文本', en: "The other party's text" } },
          ],
        },
        {
          id: 'text-review',
          type: 'choice',
          title: {
            zh: '改动处或对方文本是否经法务审核？',
            en: "Has legal reviewed the changes or the other party's text?",
          },
          showIf: { item: 'own-template', in: ['ours-changed', 'theirs'] },
          weight: 40,
          severity: 'major',
          options: [
            {
              id: 'all',
              title: { zh: '全部审核，意见已采纳', en: 'All of it, and the comments were taken up' },
              score: 100,
            },
            {
              id: 'part',
              title: {
                zh: '仅审核部分，或意见未全部采纳',
                en: 'Only parts, or not every comment was taken up',
              },
              score: 50,
            },
            { id: 'none', title: { zh: '未审核', en: 'Not reviewed' }, score: 0 },
          ],
          evidence: { when: 'below-full', needs: ['note'] },
        },
        {
          id: 'authority',
          type: 'yes-no-na',
          title: {
            zh: '对方的主体信息和签约人的授权是否已核实？',
            en: "Are the other party's identity and the signatory's authority verified?",
          },
          help: {
            zh: '名称、住所与登记一致；签约人为法定代表人，或持有有效授权。',
            en: 'Name and address match the register; the signatory is the legal representative or holds a valid authorisation.',
          },
          weight: 60,
          critical: true,
          severity: 'critical',
          evidence: noteOnFail,
          lawRefs: [civilCode('470', '合同一般应写明的内容', 'What a contract usually states')],
        },
      ],
    },
    {
      id: 'content',
      title: { zh: '合同内容', en: 'Content' },
      weight: 20,
      items: [
        {
          id: 'subject',
          type: 'yes-no-na',
          title: {
            zh: '标的、数量、质量和价款是否写明，与报价一致？',
            en: 'Are goods, quantity, quality and price stated, and do they match the quotation?',
          },
          weight: 60,
          severity: 'major',
          evidence: noteOnFail,
          lawRefs: [civilCode('470', '合同一般应写明的内容', 'What a contract usually states')],
        },
        {
          id: 'performance',
          type: 'yes-no-na',
          title: {
            zh: '履行期限、地点、方式和争议解决办法是否写明？',
            en: 'Are the time, place and manner of performance and the way to settle disputes stated?',
          },
          weight: 40,
          severity: 'minor',
          lawRefs: [civilCode('470', '合同一般应写明的内容', 'What a contract usually states')],
        },
      ],
    },
    {
      id: 'standard-terms',
      title: { zh: '格式条款', en: 'Standard terms' },
      weight: 15,
      items: [
        {
          id: 'has-standard-terms',
          type: 'yes-no-na',
          title: {
            zh: '合同中是否有预先拟定、重复使用的条款？',
            en: 'Does the contract contain terms drafted in advance for repeated use?',
          },
          required: true,
          lawRefs: [civilCode('496', '格式条款', 'Standard terms')],
        },
        {
          id: 'terms-pointed-out',
          type: 'yes-no-na',
          title: {
            zh: '与对方有重大利害关系的条款，是否以醒目方式提示，并能按要求说明？',
            en: 'Are the terms that matter most to the other party made conspicuous, and can we explain them on request?',
          },
          showIf: { item: 'has-standard-terms', equals: 'yes' },
          weight: 100,
          severity: 'major',
          evidence: noteOnFail,
          lawRefs: [civilCode('496–498', '格式条款的提示、效力与解释', 'Standard terms: notice, validity and interpretation')],
        },
      ],
    },
    {
      id: 'payment',
      title: { zh: '价格与付款', en: 'Price and payment' },
      weight: 25,
      floor: 50,
      items: [
        {
          id: 'payer',
          type: 'choice',
          title: {
            zh: '我方为中小企业时，付款方属于哪一类？',
            en: 'If we are a small or medium enterprise: what kind of payer is it?',
          },
          required: true,
          options: [
            { id: 'public', title: { zh: '机关、事业单位', en: 'Public body' } },
            { id: 'large', title: { zh: '大型企业', en: 'Large enterprise' } },
            {
              id: 'other',
              title: { zh: '其他，或我方不是中小企业', en: 'Another, or we are not such an enterprise' },
            },
          ],
        },
        {
          id: 'term-public',
          type: 'choice',
          title: { zh: '约定的付款期限（自交付之日起）', en: 'Agreed payment term, counted from delivery' },
          showIf: { item: 'payer', equals: 'public' },
          weight: 35,
          severity: 'major',
          options: [
            { id: 'within-30', title: { zh: '30 日以内', en: 'Up to 30 days' }, score: 100 },
            { id: 'within-60', title: { zh: '31 至 60 日', en: '31 to 60 days' }, score: 70 },
            { id: 'over-60', title: { zh: '超过 60 日', en: 'More than 60 days' }, score: 0 },
          ],
          evidence: { when: 'below-full', needs: ['note'] },
          lawRefs: [smePayment('9', '机关、事业单位 30 日，最长 60 日', 'Public bodies: 30 days, 60 at most')],
        },
        {
          id: 'term-large',
          type: 'number',
          title: { zh: '约定的付款期限（自交付之日起）', en: 'Agreed payment term, counted from delivery' },
          unit: { zh: '天', en: 'days' },
          min: 0,
          max: 3650,
          pass: { max: 60 },
          showIf: { item: 'payer', equals: 'large' },
          weight: 35,
          severity: 'major',
          evidence: noteOnFail,
          lawRefs: [smePayment('9', '大型企业自交付之日起 60 日', 'Large enterprises: 60 days from delivery')],
        },
        {
          id: 'pay-when-paid',
          type: 'yes-no-na',
          title: {
            zh: '付款是否以付款方先收到第三方款项为条件？',
            en: 'Does payment depend on the payer being paid by a third party first?',
          },
          scores: { yes: 0, no: 100 },
          showIf: { item: 'payer', in: ['public', 'large'] },
          weight: 15,
          severity: 'major',
          evidence: noteOnFail,
          lawRefs: [
            smePayment(
              '9',
              '不得以收到第三方付款作为付款条件（条款号待核）',
              'No pay-when-paid terms (article number to be checked)',
            ),
          ],
        },
        {
          id: 'discounts-stated',
          type: 'yes-no-na',
          title: {
            zh: '折扣和佣金是否在合同中明示，并由双方如实入账？',
            en: 'Are discounts and commissions stated in the contract and booked by both sides?',
          },
          weight: 15,
          critical: true,
          severity: 'critical',
          evidence: noteOnFail,
          lawRefs: [
            unfairCompetition(
              '8',
              '折扣、佣金须明示并如实入账；行贿与受贿均被禁止',
              'Discounts and commissions explicit and booked; giving and taking bribes forbidden',
            ),
          ],
        },
      ],
    },
    {
      id: 'liability',
      title: { zh: '违约责任', en: 'Liability' },
      weight: 15,
      items: [
        {
          id: 'breach',
          type: 'yes-no-na',
          title: {
            zh: '双方的违约责任是否写明且对等？',
            en: "Is each party's liability for breach stated, and is it balanced?",
          },
          weight: 60,
          severity: 'minor',
          lawRefs: [civilCode('577', '违约责任', 'Liability for breach')],
        },
        {
          id: 'liquidated-damages',
          type: 'yes-no-na',
          title: {
            zh: '约定的违约金是否与预计损失相称？（未约定请选“不适用”）',
            en: 'Are agreed liquidated damages in proportion to the expected loss? (Not applicable if none are agreed)',
          },
          weight: 40,
          severity: 'minor',
          lawRefs: [civilCode('585', '违约金', 'Liquidated damages')],
        },
      ],
    },
    {
      id: 'signing',
      title: { zh: '签署与归档', en: 'Signing and filing' },
      items: [
        {
          id: 'planned-signing',
          type: 'date',
          title: { zh: '计划签署日期', en: 'Planned day of signing' },
          min: '2021-01-01',
        },
        {
          id: 'final-draft',
          type: 'file',
          title: { zh: '待签文本', en: 'Final draft' },
          required: true,
          maxFiles: 5,
        },
      ],
    },
  ],
};
