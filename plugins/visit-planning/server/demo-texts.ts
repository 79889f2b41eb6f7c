import type { VisitPurpose } from '../src/domain/types.ts';

/** What representatives of the demo company write, by purpose. */
export const results: Readonly<Record<VisitPurpose, readonly string[]>> = {
  newBusiness: ['对方认可口味，约下周送样试用。', '见到采购主管，愿意先试两个单品。', '已有固定供货商，价格差距不大，留下样品。'],
  information: ['了解到本季菜单调整，奶制品用量预计增加。', '确认采购审批改为每月两次。', '仓库正在搬迁，月底前只收小批量。'],
  collection: ['对账无误，答应周五前安排一笔付款。', '财务确认已走到付款环节。', '对方要求先补开发票再付款。'],
  service: ['检查库存和效期，临期品已调换。', '陈列位置调到主通道，补了价签。', '培训了新店员，交接了订货流程。'],
  problem: ['到货破损已现场清点，同意下次补货。', '温度记录偏高，双方确认改为早班送货。', '漏发的三箱当天补送。'],
  order: ['按周订量下单，新品先进十箱。', '月底活动备货，追加一次订单。', '库存偏高，本周减量。'],
  other: ['节前走访，确认假期收货安排。', '陪同主管拜访，双方谈了明年合作。'],
};

/** 客户问题处理 */
export const problems: readonly string[] = [
  '送货时间偏晚，影响备餐。',
  '发票抬头需要更改。',
  '新品标签缺少配料说明。',
  '',
  '',
  '',
];
/** 竞争者的市场信息 */
export const competitors: readonly string[] = [
  '同类品牌本月做买十送一。',
  '竞品报价低约 3%，账期只有 15 天。',
  '竞品进场铺了端架。',
  '',
  '',
];
/** 客户反映的意见 */
export const opinions: readonly string[] = ['希望小规格包装。', '希望账期延长到 45 天。', '对送货员服务满意。', '', ''];
/** 客户的最新动态 */
export const news: readonly string[] = [
  '下月新开一家门店。',
  '采购负责人换人，新人下周到岗。',
  '计划年底盘点后调整供货商。',
  '',
  '',
];
/** 取消原因 */
export const cancelReasons: readonly string[] = ['客户临时盘点，改约下周。', '负责人出差。', '门店装修停业。'];
/** 今日拜访心得 */
export const lessons: readonly string[] = [
  '先谈库存再谈订货，客户更容易答应。',
  '收款前一天电话确认，今天两家都给了明确日期。',
  '路线按区集中，少跑了一趟回头路。',
  '新品要带样品去，光看资料很难推进。',
];
