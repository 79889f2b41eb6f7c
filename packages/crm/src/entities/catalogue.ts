import { field } from '../field.ts';
import type { EntityDef } from '../field.ts';

/** Product categories: the product axis of targets. */
export const categories: EntityDef = {
  name: 'categories',
  table: 'crm_category',
  label: { 'zh-CN': '产品类别', en: 'Product categories' },
  visibility: 'tenant',
  fields: [field('id', 'id', '类别编号', 'Category id'), field('name', 'text', '名称', 'Name')],
};

/** What is sold. List prices include tax. */
export const products: EntityDef = {
  name: 'products',
  table: 'crm_product',
  label: { 'zh-CN': '产品', en: 'Products' },
  visibility: 'tenant',
  fields: [
    field('id', 'id', '产品编号', 'Product id'),
    field('categoryId', 'ref', '类别编号', 'Category id', { ref: 'categories' }),
    field('name', 'text', '名称', 'Name'),
    field('sku', 'text', '货号', 'SKU'),
    field('salesUnit', 'text', '销售单位', 'Sales unit'),
    field('listPriceMinor', 'money', '标价（含税）', 'List price (tax included)'),
    field('currency', 'text', '币种', 'Currency'),
    field('launchedOn', 'date', '上市日期', 'Launched on', { required: false }),
  ],
};
