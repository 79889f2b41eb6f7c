import { field, scopeFields } from '../field.ts';
import type { EntityDef, FieldDef } from '../field.ts';

/** The observable stages of an opportunity; the four control points 接触、方案陈述、商业谈判、促单 lead to a close. */
export const opportunityStages = ['contact', 'proposal', 'negotiation', 'closing', 'won', 'lost'] as const;

const stage = (name: string, zh: string, en: string, required = true): FieldDef =>
  field(name, 'enum', zh, en, { values: opportunityStages, required });
const account = field('accountId', 'ref', '客户编号', 'Account id', { ref: 'accounts' });
const currency = field('currency', 'text', '币种', 'Currency');
const derivedScope = scopeFields.map((def) => ({ ...def, derived: true, required: false }));

/** Deals in progress and closed. */
export const opportunities: EntityDef = {
  name: 'opportunities',
  table: 'crm_opportunity',
  label: { 'zh-CN': '商机', en: 'Opportunities' },
  visibility: 'scope',
  day: 'createdOn',
  fields: [
    field('id', 'id', '商机编号', 'Opportunity id'),
    account,
    ...scopeFields,
    field('name', 'text', '名称', 'Name'),
    stage('stage', '阶段', 'Stage'),
    field('amountMinor', 'money', '金额（含税）', 'Amount (tax included)', { required: false }),
    currency,
    field('createdOn', 'date', '创建日期', 'Created on'),
    field('expectedCloseOn', 'date', '预计成交日期', 'Expected close', { required: false }),
    field('closedOn', 'date', '关闭日期', 'Closed on', { required: false }),
  ],
};

/** Each move of an opportunity from stage to stage. */
export const stageChanges: EntityDef = {
  name: 'stageChanges',
  table: 'crm_stage_change',
  label: { 'zh-CN': '阶段变更', en: 'Stage changes' },
  visibility: 'scope',
  day: 'changedOn',
  fields: [
    field('id', 'id', '变更编号', 'Change id'),
    field('opportunityId', 'ref', '商机编号', 'Opportunity id', { ref: 'opportunities' }),
    stage('fromStage', '原阶段', 'From stage', false),
    stage('toStage', '新阶段', 'To stage'),
    field('changedOn', 'date', '变更日期', 'Changed on'),
    ...derivedScope,
  ],
};

/** Orders. `amountMinor` includes tax and is the sum of the lines. */
export const orders: EntityDef = {
  name: 'orders',
  table: 'crm_order',
  label: { 'zh-CN': '订单', en: 'Orders' },
  visibility: 'scope',
  day: 'orderedOn',
  fields: [
    field('id', 'id', '订单编号', 'Order id'),
    account,
    ...scopeFields,
    field('opportunityId', 'ref', '商机编号', 'Opportunity id', { ref: 'opportunities', required: false }),
    field('orderedOn', 'date', '下单日期', 'Ordered on'),
    field('status', 'enum', '状态', 'Status', { values: ['confirmed', 'delivered', 'cancelled'] }),
    field('amountMinor', 'money', '金额（含税）', 'Amount (tax included)'),
    field('taxMinor', 'money', '税额', 'Tax'),
    currency,
  ],
};

/** What an order consists of. `amountMinor` = quantity × unit price − discount, tax included. */
export const orderLines: EntityDef = {
  name: 'orderLines',
  table: 'crm_order_line',
  label: { 'zh-CN': '订单明细', en: 'Order lines' },
  visibility: 'scope',
  day: 'orderedOn',
  fields: [
    field('id', 'id', '明细编号', 'Line id'),
    field('orderId', 'ref', '订单编号', 'Order id', { ref: 'orders' }),
    field('productId', 'ref', '产品编号', 'Product id', { ref: 'products' }),
    field('quantity', 'number', '数量', 'Quantity'),
    field('unitPriceMinor', 'money', '单价（含税）', 'Unit price (tax included)'),
    field('discountMinor', 'money', '折扣', 'Discount'),
    field('amountMinor', 'money', '金额（含税）', 'Amount (tax included)'),
    field('categoryId', 'ref', '类别编号', 'Category id', { ref: 'categories', required: false, derived: true }),
    field('accountId', 'ref', '客户编号', 'Account id', { ref: 'accounts', required: false, derived: true }),
    field('orderedOn', 'date', '下单日期', 'Ordered on', { required: false, derived: true }),
    ...derivedScope,
  ],
};

/** Invoices. What is open is the amount less its receipts. */
export const invoices: EntityDef = {
  name: 'invoices',
  table: 'crm_invoice',
  label: { 'zh-CN': '发票', en: 'Invoices' },
  visibility: 'scope',
  day: 'issuedOn',
  fields: [
    field('id', 'id', '发票编号', 'Invoice id'),
    field('orderId', 'ref', '订单编号', 'Order id', { ref: 'orders' }),
    field('accountId', 'ref', '客户编号', 'Account id', { ref: 'accounts', required: false, derived: true }),
    ...derivedScope,
    field('issuedOn', 'date', '开票日期', 'Issued on'),
    field('dueOn', 'date', '到期日期', 'Due on'),
    field('amountMinor', 'money', '金额（含税）', 'Amount (tax included)'),
    field('openMinor', 'money', '未收金额', 'Open amount', { derived: true }),
    currency,
  ],
};

/** Money that came in. */
export const receipts: EntityDef = {
  name: 'receipts',
  table: 'crm_receipt',
  label: { 'zh-CN': '回款', en: 'Receipts' },
  visibility: 'scope',
  day: 'receivedOn',
  fields: [
    field('id', 'id', '回款编号', 'Receipt id'),
    field('invoiceId', 'ref', '发票编号', 'Invoice id', { ref: 'invoices' }),
    field('accountId', 'ref', '客户编号', 'Account id', { ref: 'accounts', required: false, derived: true }),
    ...derivedScope,
    field('receivedOn', 'date', '到账日期', 'Received on'),
    field('amountMinor', 'money', '金额', 'Amount'),
    currency,
  ],
};
