import { field, scopeFields } from '../field.ts';
import type { EntityDef } from '../field.ts';

/** The four customer types a company distinguishes. */
export const customerTypes = ['distributor', 'chain', 'retail', 'institution'] as const;

/** Customers, with their present owner, place and opening hours. */
export const accounts: EntityDef = {
  name: 'accounts',
  table: 'crm_account',
  label: { 'zh-CN': '客户', en: 'Accounts' },
  visibility: 'scope',
  fields: [
    field('id', 'id', '客户编号', 'Account id'),
    field('name', 'text', '名称', 'Name'),
    field('customerType', 'enum', '客户类型', 'Customer type', { values: customerTypes }),
    field('tier', 'enum', '客户等级', 'Tier', { values: ['A', 'B', 'C'] }),
    ...scopeFields,
    field('province', 'text', '省份', 'Province', { required: false }),
    field('city', 'text', '城市', 'City', { required: false }),
    field('address', 'text', '地址', 'Address', { required: false }),
    field('lat', 'number', '纬度', 'Latitude', { required: false }),
    field('lon', 'number', '经度', 'Longitude', { required: false }),
    field('datum', 'enum', '坐标系', 'Datum', { values: ['WGS84', 'GCJ02', 'BD09'], required: false }),
    field('openingHours', 'json', '营业时间', 'Opening hours', { required: false }),
    field('visitEveryDays', 'integer', '拜访间隔（天）', 'Visit every (days)', { required: false }),
    field('creditDays', 'integer', '账期（天）', 'Credit days', { required: false }),
    field('creditLimitMinor', 'money', '信用额度', 'Credit limit', { required: false }),
    field('currency', 'text', '币种', 'Currency'),
    field('createdOn', 'date', '建档日期', 'Created on'),
    field('status', 'enum', '状态', 'Status', { values: ['prospect', 'active', 'dormant', 'lost'] }),
  ],
};

/** People at the customer. Phone numbers are personal data: shown only inside the owner's branch. */
export const contacts: EntityDef = {
  name: 'contacts',
  table: 'crm_contact',
  label: { 'zh-CN': '联系人', en: 'Contacts' },
  visibility: 'scope',
  fields: [
    field('id', 'id', '联系人编号', 'Contact id'),
    field('accountId', 'ref', '客户编号', 'Account id', { ref: 'accounts' }),
    field('name', 'text', '姓名', 'Name'),
    field('jobTitle', 'text', '职务', 'Job title', { required: false }),
    field('phone', 'text', '电话', 'Phone', { required: false }),
    field('decisionRole', 'enum', '决策角色', 'Decision role', {
      values: ['decider', 'influencer', 'user', 'buyer'],
      required: false,
    }),
    ...scopeFields.map((def) => ({ ...def, derived: true, required: false })),
  ],
};

/** What happened with a customer: visits, calls, meetings. */
export const activities: EntityDef = {
  name: 'activities',
  table: 'crm_activity',
  label: { 'zh-CN': '活动', en: 'Activities' },
  visibility: 'scope',
  day: 'dayOn',
  fields: [
    field('id', 'id', '活动编号', 'Activity id'),
    field('type', 'enum', '类型', 'Type', { values: ['visit', 'call', 'meeting'] }),
    field('accountId', 'ref', '客户编号', 'Account id', { ref: 'accounts' }),
    ...scopeFields,
    field('dayOn', 'date', '日期', 'Day'),
    field('startAt', 'instant', '开始时间', 'Start', { required: false }),
    field('endAt', 'instant', '结束时间', 'End', { required: false }),
    field('purpose', 'enum', '目的', 'Purpose', {
      values: ['newBusiness', 'information', 'collection', 'service', 'problem', 'order', 'other'],
      required: false,
    }),
    field('outcome', 'text', '结果', 'Outcome', { required: false }),
    field('status', 'enum', '状态', 'Status', { values: ['planned', 'completed', 'cancelled'] }),
    field('effective', 'boolean', '有效', 'Effective', { required: false }),
  ],
};
