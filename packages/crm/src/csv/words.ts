import type { EntityName } from '../field.ts';

/** File names without `.csv` that stand for an entity, the one templates use first; then the Chinese ones. */
export const fileNames: Readonly<Record<EntityName, readonly string[]>> = {
  units: ['units', '组织', '组织架构', '部门'],
  people: ['people', '人员', '员工'],
  memberships: ['memberships', '任职'],
  categories: ['categories', '产品类别', '类别'],
  products: ['products', '产品', '商品'],
  accounts: ['accounts', '客户'],
  contacts: ['contacts', '联系人'],
  opportunities: ['opportunities', '商机'],
  stageChanges: ['stage-changes', '阶段变更'],
  orders: ['orders', '订单'],
  orderLines: ['order-lines', '订单明细'],
  invoices: ['invoices', '发票'],
  receipts: ['receipts', '回款'],
  activities: ['activities', '活动', '拜访'],
};

/** What people write for an enum value: the Chinese word, then the English one, then other common ones. */
type EnumWords = Readonly<Record<string, readonly [zh: string, en: string, ...others: string[]]>>;

const stage: EnumWords = {
  contact: ['接触', 'Contact', '初步接触'],
  proposal: ['方案陈述', 'Proposal', '方案'],
  negotiation: ['商业谈判', 'Negotiation', '谈判'],
  closing: ['促单', 'Closing', '促单和投标'],
  won: ['赢单', 'Won', '成交', '签约'],
  lost: ['输单', 'Lost', '丢单'],
};

/** By `entity.field`. Values without words of their own (tiers, datums) are written as they are. */
export const enumWords: Readonly<Record<string, EnumWords>> = {
  'units.kind': {
    company: ['公司', 'Company', '总部'],
    region: ['大区', 'Region', '区域'],
    team: ['团队', 'Team', '小组'],
  },
  'people.role': {
    rep: ['销售代表', 'Representative', '业务员', '销售'],
    manager: ['经理', 'Manager', '主管', '总监'],
    ops: ['运营', 'Operations', '销售运营'],
    auditor: ['审计', 'Auditor', '内审'],
    admin: ['管理员', 'Administrator'],
  },
  'accounts.customerType': {
    distributor: ['经销商', 'Distributor', '分销商'],
    chain: ['连锁餐饮', 'Restaurant chain', '连锁'],
    retail: ['商超', 'Retail', '零售'],
    institution: ['学校与企业食堂', 'Canteen', 'Institution', '食堂', '团餐'],
  },
  'accounts.tier': { A: ['A', 'A', 'A类', 'A级'], B: ['B', 'B', 'B类', 'B级'], C: ['C', 'C', 'C类', 'C级'] },
  'accounts.datum': {
    WGS84: ['WGS84', 'WGS84', 'WGS-84', 'GPS'],
    GCJ02: ['GCJ02', 'GCJ02', 'GCJ-02', '高德', '腾讯', '火星坐标'],
    BD09: ['BD09', 'BD09', 'BD-09', '百度'],
  },
  'accounts.status': {
    prospect: ['潜在', 'Prospect', '意向'],
    active: ['合作中', 'Active', '正常'],
    dormant: ['沉睡', 'Dormant', '休眠'],
    lost: ['流失', 'Lost'],
  },
  'contacts.decisionRole': {
    decider: ['决策者', 'Decider'],
    influencer: ['影响者', 'Influencer'],
    user: ['使用者', 'User'],
    buyer: ['采购者', 'Buyer', '采购'],
  },
  'opportunities.stage': stage,
  'stageChanges.fromStage': stage,
  'stageChanges.toStage': stage,
  'orders.status': {
    confirmed: ['已确认', 'Confirmed'],
    delivered: ['已交货', 'Delivered', '已发货', '已完成'],
    cancelled: ['已取消', 'Cancelled', 'Canceled'],
  },
  'activities.type': { visit: ['拜访', 'Visit'], call: ['电话', 'Call'], meeting: ['会议', 'Meeting'] },
  'activities.purpose': {
    newBusiness: ['开发新客户', 'New business'],
    information: ['信息收集', 'Information'],
    collection: ['收款', 'Collection'],
    service: ['服务', 'Service'],
    problem: ['问题处理', 'Problem'],
    order: ['订货', 'Order'],
    other: ['其他', 'Other'],
  },
  'activities.status': {
    planned: ['计划', 'Planned', '已计划'],
    completed: ['已完成', 'Completed', '完成'],
    cancelled: ['已取消', 'Cancelled', 'Canceled', '取消'],
  },
};

/** The word for a value of an enum field (`accounts.customerType`), as files and screens write it; the value itself when it has none. */
export function enumWord(field: string, value: string, locale: 'zh-CN' | 'en'): string {
  return enumWords[field]?.[value]?.[locale === 'en' ? 1 : 0] ?? value;
}
