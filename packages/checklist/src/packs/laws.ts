import type { Text } from '../problem.ts';
import type { LawRef } from '../template.ts';

/**
 * The laws the packs ask about. Every clause is still to be confirmed by counsel; the summaries say what a question
 * is about and are not the wording of the law.
 */
function law(lawId: string, zh: string, en: string, version: string, effectiveFrom: string) {
  return (article: string, summaryZh: string, summaryEn: string): LawRef => ({
    lawId,
    law: { zh, en },
    article,
    version,
    effectiveFrom,
    confirmation: 'to-be-confirmed',
    summary: { zh: summaryZh, en: summaryEn },
  });
}

/** 民法典 */
export const civilCode = law('civil-code', '中华人民共和国民法典', 'Civil Code', '2021-01-01', '2021-01-01');
/** 反不正当竞争法 (2025 revision) */
export const unfairCompetition = law(
  'unfair-competition',
  '中华人民共和国反不正当竞争法',
  'Anti-Unfair Competition Law',
  '2025',
  '2025-10-15',
);
/** 保障中小企业款项支付条例 */
export const smePayment = law(
  'sme-payment',
  '保障中小企业款项支付条例',
  'Regulation on Payments to Small and Medium Enterprises',
  '国务院令第802号',
  '2025-06-01',
);
/** 规范促销行为暂行规定 */
export const promotion = law('promotion', '规范促销行为暂行规定', 'Interim Provisions on Promotions', '2020-12-01', '2020-12-01');
/** 价格法 with the provisions of 2022 that carry it out; the day is that of the provisions. */
export const price = law(
  'price',
  '中华人民共和国价格法，及《明码标价和禁止价格欺诈规定》',
  'Price Law, with the Provisions on Price Marking and Price Fraud',
  '2022-07-01',
  '2022-07-01',
);
/** 消费者权益保护法 with its implementing regulation; the day is that of the regulation. */
export const consumer = law(
  'consumer-protection',
  '中华人民共和国消费者权益保护法，及其实施条例',
  'Consumer Protection Law, with its implementing regulation',
  '2024-07-01',
  '2024-07-01',
);

/** Shown before the first question of every pack. */
export const notice: Text = {
  zh: '本检查表帮助发现问题，不构成法律意见。所列条款均待法务或律师确认后使用。',
  en: 'This checklist helps to find problems. It is not legal advice. Every clause cited is still to be confirmed by counsel.',
};
