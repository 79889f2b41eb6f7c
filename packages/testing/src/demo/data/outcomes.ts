/** The purposes of a visit, in the order of the weight tables. */
export const purposes = ['newBusiness', 'information', 'collection', 'service', 'problem', 'order', 'other'] as const;

/** How often each purpose occurs. */
export const purposeWeights = {
  prospect: [58, 24, 0, 8, 0, 6, 4],
  customer: [7, 13, 11, 22, 7, 36, 4],
  call: [8, 14, 18, 18, 10, 28, 4],
} as const;

/** Short results as representatives write them, by purpose. */
export const outcomes: Readonly<Record<(typeof purposes)[number], readonly string[]>> = {
  newBusiness: [
    '留下样品，约定下周试饮',
    '负责人有意向，要求报价',
    '已有供应商，三个月后再谈',
    '同意小批量试用燕麦奶',
    '约到采购负责人下次面谈',
  ],
  information: [
    '竞品降价约5%，已反馈',
    '下季度计划新开两家店',
    '采购负责人更换，已建立联系',
    '库存约够两周',
    '正在评估新的果茶产品线',
  ],
  collection: [
    '已确认本周五付款',
    '对账完成，差异一笔待核',
    '客户资金紧张，申请分两次付',
    '收到付款回单',
    '发票抬头有误，需重开',
  ],
  service: ['完成新品操作培训', '检查陈列并补齐物料', '协助调整配方比例', '核对效期，无临期品', '协助盘点，建议补货清单已发'],
  problem: [
    '两箱外包装破损，已登记换货',
    '反映送货偏晚，已联系物流',
    '口味批次差异，取样送检',
    '价格标签有误，当场更正',
    '到货数量差一箱，已补发',
  ],
  order: ['确认补货，明日下单', '追加厚椰乳十箱', '按促销方案下单', '本次不补货，月底再看', '新增一个品项，首批五箱'],
  other: ['参加客户周年活动', '递送新版产品手册', '陪同主管拜访', '归还借用设备'],
};
