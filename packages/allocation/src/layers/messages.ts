/** The part of the message catalogue that the layers over a plan need; `../messages.ts` takes it in. */
export const layerMessages = {
  'allocation.layers.axis.missing': {
    zh: '计划没有可用的组织维度“{value}”，请指明一个组织维度。',
    en: 'The plan has no organisation axis "{value}"; name one of its axes.',
  },
  'allocation.layers.commitment.negative': {
    zh: '承诺必须是不小于 0 的整数（最小货币单位）；没有填报请写 null，收到的是 {value}。',
    en: 'A commitment must be an integer of at least 0 in minor units, or null for none, got {value}.',
  },
  'allocation.layers.commitment.outside': {
    zh: '单元格“{value}”不在计划内，请只对计划中存在的组合填报。',
    en: 'The plan has no cell "{value}"; commit only to combinations that exist.',
  },
  'allocation.layers.commitment.above': {
    zh: '“{value}”以下的承诺之和超过了总数。请按承诺提高总数，或按比例压缩承诺，或与承诺人重新商定。',
    en: 'Commitments below "{value}" add up to more than its total. Raise the total to them, scale them down, or agree on others.',
  },
  'allocation.layers.commitment.nothingOpen': {
    zh: '“{value}”以下人人都已承诺，余额无处可分。请按承诺降低总数，或按比例提高承诺，或与承诺人重新商定。',
    en: 'Everybody below "{value}" has committed and a remainder is left. Lower the total to them, scale them up, or agree on others.',
  },
  'allocation.layers.percent.negative': {
    zh: '上限百分比必须是不小于 0 的有限数，或 null 表示不限，收到的是 {value}。',
    en: 'A limit must be a finite percentage of at least 0, or null for none, got {value}.',
  },
  'allocation.layers.padding.level': {
    zh: '加码级别必须是 1 到组织层数之间的整数，收到的是 {value}。',
    en: 'A level of padding must be a whole number from 1 to the depth of the organisation, got {value}.',
  },
  'allocation.layers.padding.twice': {
    zh: '对“{value}”写了两条加码规则，请只保留一条。',
    en: 'There are two padding rules for "{value}"; keep one.',
  },
  'allocation.layers.padding.empty': {
    zh: '“{value}”以下没有大于 0 的目标，加码无处可加；请先分解，或去掉这条规则。',
    en: 'Nothing below "{value}" has a target above 0 that could be padded; decompose first or drop the rule.',
  },
  'allocation.layers.padding.negative': {
    zh: '“{value}”的目标或加码后的数中有负数，无法按比例加码；请改用固定金额或先更正。',
    en: 'A target of "{value}", or what would become of it, is negative and cannot be padded by share; correct it first.',
  },
  'allocation.layers.padding.stale': {
    zh: '计划在加码之后又重新分解过，加码数已失效，请重新加码。',
    en: 'The plan was re-allocated after it was padded: the padded numbers no longer hold; pad again.',
  },
  'allocation.layers.policy.over': {
    zh: '“{value}”下达的总数超过所得目标的允许上限，请减少，或调整超额分配政策。',
    en: '"{value}" hands out more than the policy allows over what was received; hand out less or change the policy.',
  },
  'allocation.layers.policy.under': {
    zh: '“{value}”下达的总数低于所得目标的允许下限，请补足，或调整预留政策。',
    en: '"{value}" hands out less than the policy allows below what was received; hand out more or change the policy.',
  },
  'allocation.layers.waterfall.noReports': {
    zh: '“{value}”没有直接下级，不能继续下达。',
    en: '"{value}" has nobody below to hand a target on to.',
  },
  'allocation.layers.waterfall.waiting': {
    zh: '“{value}”还没有下达，请等上级下达后再操作。',
    en: '"{value}" has not released yet; wait for that release.',
  },
  'allocation.layers.waterfall.notDrafted': {
    zh: '“{value}”还没有草拟分配，请先草拟再下达。',
    en: '"{value}" has drafted nothing; draft first, then release.',
  },
  'allocation.layers.waterfall.released': {
    zh: '“{value}”已经下达；要修改请先撤回。',
    en: '"{value}" has released already; recall before changing anything.',
  },
  'allocation.layers.waterfall.notReleased': {
    zh: '“{value}”还没有下达，没有可撤回的内容。',
    en: '"{value}" has released nothing that could be recalled.',
  },
  'allocation.layers.waterfall.belowReleased': {
    zh: '下级“{value}”已经下达，请先让其撤回。',
    en: '"{value}" below has released already; that has to be recalled first.',
  },
  'allocation.layers.waterfall.receivedChanged': {
    zh: '“{value}”所得的数在草拟之后变了，请按新数重新草拟。',
    en: 'What "{value}" received has changed since the draft; draft again from the new number.',
  },
  'allocation.layers.waterfall.sheetShape': {
    zh: '草稿与“{value}”的分配表不一致：必须是其直接下级和计划的其余维度，请从 draftSheet 开始修改。',
    en: 'The draft does not fit "{value}": it must have the direct reports and the other axes of the plan; start from draftSheet.',
  },
  'allocation.layers.weights.shape': {
    zh: '参照计划“{value}”的单元格与本计划不一致，请使用相同维度和组合的计划。',
    en: 'The plan given as "{value}" does not have the cells of this plan; use one with the same axes and combinations.',
  },
  'allocation.layers.overlay.added': {
    zh: '叠加目标与直接目标是同一笔业绩，不能计入合计，收到的是“{value}”。请只合计直接目标。',
    en: 'An overlay is credited with what direct owners carry already and is no part of a total, got "{value}"; add direct amounts only.',
  },
  'allocation.layers.overlay.person': {
    zh: '叠加目标必须写明负责人，收到的是“{value}”。',
    en: 'An overlay quota needs a person, got "{value}".',
  },
  'allocation.layers.own.leaf': {
    zh: '“{value}”没有下级，它的数就是自己的数，不需要单独的个人指标。',
    en: '"{value}" has nobody below: its number is its own already.',
  },
  'allocation.layers.own.missing': {
    zh: '“{value}”没有个人指标节点，请先用 withOwnLeaves 建立。',
    en: '"{value}" has no leaf for an own number; build the axis with withOwnLeaves.',
  },
} as const;
