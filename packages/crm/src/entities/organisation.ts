import { field } from '../field.ts';
import type { EntityDef } from '../field.ts';

/** Organisation units as they were and are: a moved or renamed unit keeps its old row. */
export const units: EntityDef = {
  name: 'units',
  table: 'crm_unit',
  label: { 'zh-CN': '组织', en: 'Organisation units' },
  visibility: 'tenant',
  fields: [
    field('id', 'id', '组织编号', 'Unit id'),
    field('parentId', 'ref', '上级组织编号', 'Parent unit id', { ref: 'units', required: false }),
    field('name', 'text', '名称', 'Name'),
    field('kind', 'enum', '类型', 'Kind', { values: ['company', 'region', 'team'] }),
    field('managerId', 'ref', '负责人编号', 'Manager id', { ref: 'people', required: false }),
    field('validFrom', 'date', '生效日期', 'Valid from'),
    field('validTo', 'date', '失效日期（不含）', 'Valid to (exclusive)', { required: false }),
    field('path', 'text', '路径', 'Path', { derived: true }),
  ],
};

/** Everyone who sells, leads, runs operations or audits. */
export const people: EntityDef = {
  name: 'people',
  table: 'crm_person',
  label: { 'zh-CN': '人员', en: 'People' },
  visibility: 'tenant',
  fields: [
    field('id', 'id', '人员编号', 'Person id'),
    field('name', 'text', '姓名', 'Name'),
    field('jobTitle', 'text', '职务', 'Job title', { required: false }),
    field('role', 'enum', '角色', 'Role', { values: ['rep', 'manager', 'ops', 'auditor', 'admin'] }),
    field('email', 'text', '邮箱', 'E-mail', { required: false }),
    field('joinedOn', 'date', '入职日期', 'Joined on'),
    field('leftOn', 'date', '离职日期', 'Left on', { required: false }),
    field('homeLat', 'number', '出发点纬度', 'Start latitude', { required: false, personal: true }),
    field('homeLon', 'number', '出发点经度', 'Start longitude', { required: false, personal: true }),
  ],
};

/** Who belonged to which unit when; the primary one counts for roll-ups. Intervals are half-open. */
export const memberships: EntityDef = {
  name: 'memberships',
  table: 'crm_membership',
  label: { 'zh-CN': '任职', en: 'Memberships' },
  visibility: 'tenant',
  fields: [
    field('id', 'id', '任职编号', 'Membership id'),
    field('personId', 'ref', '人员编号', 'Person id', { ref: 'people' }),
    field('unitId', 'ref', '组织编号', 'Unit id', { ref: 'units' }),
    field('primary', 'boolean', '主要任职', 'Primary'),
    field('validFrom', 'date', '生效日期', 'Valid from'),
    field('validTo', 'date', '失效日期（不含）', 'Valid to (exclusive)', { required: false }),
  ],
};
