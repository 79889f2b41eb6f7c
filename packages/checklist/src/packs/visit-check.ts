import type { Template } from '../template.ts';
import { consumer, notice, price, promotion, unfairCompetition } from './laws.ts';

const photoOnFail = { when: 'fail', needs: ['photo'] } as const;
const noteOnFail = { when: 'fail', needs: ['note'] } as const;

/** 客户现场合规检查: what a representative looks at in a customer's outlet. */
export const visitCheck: Template = {
  id: 'visit-check',
  version: '1.0.0',
  title: { zh: '客户现场合规检查', en: 'Compliance check at the customer' },
  notice,
  hiddenAnswer: 'clear-on-submit',
  passFrom: 75,
  riskLevels: [
    { id: 'high', title: { zh: '高风险', en: 'High risk' }, from: 0 },
    { id: 'medium', title: { zh: '中风险', en: 'Medium risk' }, from: 60 },
    { id: 'low', title: { zh: '低风险', en: 'Low risk' }, from: 85 },
  ],
  sections: [
    {
      id: 'promotions',
      title: { zh: '促销活动', en: 'Promotions' },
      weight: 30,
      items: [
        {
          id: 'has-promotion',
          type: 'yes-no-na',
          title: { zh: '现场是否有我方产品的促销？', en: 'Is there a promotion of our products here?' },
          required: true,
        },
        {
          id: 'conditions-shown',
          type: 'yes-no-na',
          title: {
            zh: '促销的条件和期限是否醒目标示？',
            en: 'Are the conditions and the period of the promotion conspicuous?',
          },
          showIf: { item: 'has-promotion', equals: 'yes' },
          weight: 40,
          severity: 'major',
          evidence: photoOnFail,
          lawRefs: [
            promotion(
              '—',
              '附条件、附期限的，应显著标明（条款号待核）',
              'Conditions and time limits conspicuous (article number to be checked)',
            ),
          ],
        },
        {
          id: 'base-price',
          type: 'choice',
          title: { zh: '折价以什么价格为基准？', en: 'What is the price reduction measured against?' },
          showIf: { item: 'has-promotion', equals: 'yes' },
          weight: 40,
          severity: 'major',
          options: [
            {
              id: 'declared',
              title: { zh: '基准已标明，且真实', en: 'A base price is stated, and it is true' },
              score: 100,
            },
            {
              id: 'seven-days',
              title: {
                zh: '未标明，按本店前 7 日最低成交价计算',
                en: 'None stated; the lowest deal price here in the previous 7 days is used',
              },
              score: 100,
            },
            { id: 'no-reduction', title: { zh: '不是折价促销', en: 'No price reduction' }, score: 100 },
            {
              id: 'unclear',
              title: {
                zh: '基准不明，或高于前 7 日最低成交价',
                en: 'Unclear, or above the lowest deal price of the previous 7 days',
              },
              score: 0,
            },
          ],
          evidence: photoOnFail,
          lawRefs: [
            promotion(
              '—',
              '未标明基准的，以同一经营场所前 7 日最低成交价为基准（条款号待核）',
              'Undeclared base price: the lowest deal price in the same place in the previous 7 days (article number to be checked)',
            ),
          ],
        },
        {
          id: 'has-lottery',
          type: 'yes-no-na',
          title: { zh: '是否有抽奖？', en: 'Is there a prize draw?' },
          showIf: { item: 'has-promotion', equals: 'yes' },
          required: true,
        },
        {
          id: 'top-prize',
          type: 'money',
          currency: 'CNY',
          title: { zh: '最高奖的价值', en: 'Value of the highest prize' },
          min: 0,
          pass: { max: 5_000_000 },
          showIf: { item: 'has-lottery', equals: 'yes' },
          weight: 20,
          critical: true,
          severity: 'critical',
          evidence: photoOnFail,
          lawRefs: [
            promotion(
              '—',
              '抽奖最高奖不超过 5 万元（条款号待核）',
              'Highest prize of a draw: 50,000 yuan (article number to be checked)',
            ),
          ],
        },
      ],
    },
    {
      id: 'prices',
      title: { zh: '价格与退货', en: 'Prices and returns' },
      weight: 20,
      items: [
        {
          id: 'price-tags',
          type: 'yes-no-na',
          title: { zh: '我方产品是否都有清楚的价签？', en: 'Do all our products carry a clear price?' },
          weight: 50,
          severity: 'minor',
          evidence: photoOnFail,
          lawRefs: [price('13', '明码标价', 'Price marking')],
        },
        {
          id: 'price-matches',
          type: 'yes-no-na',
          title: { zh: '收银价格是否与价签一致？', en: 'Does the till charge what the label says?' },
          weight: 30,
          severity: 'major',
          evidence: { when: 'fail', needs: ['photo', 'note'] },
          lawRefs: [price('14', '禁止不正当价格行为', 'No improper pricing')],
        },
        {
          id: 'sells-remotely',
          type: 'yes-no-na',
          title: {
            zh: '客户是否也通过网络、电话等远程方式销售？',
            en: 'Does the customer also sell remotely (online, by phone)?',
          },
        },
        {
          id: 'return-policy',
          type: 'yes-no-na',
          title: { zh: '远程销售是否提供七日退货？', en: 'Do remote sales come with a seven-day return?' },
          showIf: { item: 'sells-remotely', equals: 'yes' },
          weight: 20,
          severity: 'minor',
          lawRefs: [consumer('25', '远程销售七日退货', 'Seven-day return for remote sales')],
        },
      ],
    },
    {
      id: 'terms',
      title: { zh: '账款与商业往来', en: 'Payment and dealings' },
      weight: 25,
      floor: 50,
      items: [
        {
          id: 'payment-status',
          type: 'choice',
          title: { zh: '货款状况如何？', en: 'How do payments stand?' },
          weight: 40,
          severity: 'major',
          allowNotApplicable: true,
          options: [
            { id: 'on-time', title: { zh: '均在账期内', en: 'All within terms' }, score: 100 },
            { id: 'near', title: { zh: '接近预警线', en: 'Close to the warning line' }, score: 70 },
            { id: 'past', title: { zh: '已过预警线', en: 'Past the warning line' }, score: 0 },
          ],
          evidence: noteOnFail,
        },
        {
          id: 'discounts-booked',
          type: 'yes-no-na',
          title: {
            zh: '给客户的折扣、返利是否都有书面约定，并由双方入账？',
            en: 'Are all discounts and rebates agreed in writing and booked by both sides?',
          },
          weight: 60,
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
      id: 'advertising',
      title: { zh: '广告用语', en: 'Advertising wording' },
      weight: 25,
      items: [
        {
          id: 'material-photos',
          type: 'photo',
          title: { zh: '现场宣传物料照片', en: 'Photos of the advertising material here' },
          maxFiles: 10,
        },
        {
          id: 'absolute-terms',
          type: 'yes-no-na',
          title: {
            zh: '物料中是否有“国家级”“最高级”“最佳”一类绝对化用语？',
            en: 'Does the material use absolute terms such as "national-level", "highest" or "best"?',
          },
          scores: { yes: 0, no: 100 },
          weight: 50,
          severity: 'major',
          evidence: photoOnFail,
          lawRefs: [
            {
              lawId: 'advertising',
              law: { zh: '中华人民共和国广告法', en: 'Advertising Law' },
              article: '—',
              version: '—',
              confirmation: 'to-be-confirmed',
              summary: {
                zh: '禁止绝对化用语（条款号、版本待核）',
                en: 'Absolute terms forbidden (article and version to be checked)',
              },
            },
          ],
        },
        {
          id: 'claims-true',
          type: 'yes-no-na',
          title: {
            zh: '功效、销量和评价的说法是否都有依据？',
            en: 'Is every claim about effect, sales and reviews backed by evidence?',
          },
          weight: 50,
          severity: 'major',
          evidence: { when: 'fail', needs: ['photo', 'note'] },
          lawRefs: [unfairCompetition('9', '禁止虚假宣传，包括虚构评价', 'No false publicity, fake reviews included')],
        },
      ],
    },
  ],
};
