import type { ChartCategory, ChartSeries, TableColumn, TreeGridColumn, TreeGridRow } from '../src/index.ts';

export type Lang = 'zh-CN' | 'en';

/** A row of the gallery's table. */
export interface AccountRow {
  id: string;
  name: string;
  owner: string;
  amount: number | null;
  share: number;
  last: string;
  tone: 'positive' | 'warning' | 'critical';
}

const names = [
  ['华润万家（深圳湾店）', 'CR Vanguard Shenzhen Bay', '林晓', 'Lin Xiao'],
  ['永辉超市 杭州西溪店', 'Yonghui Hangzhou Xixi', '陈一鸣', 'Chen Yiming'],
  ['盒马鲜生 上海曹家渡店', 'Freshippo Shanghai Caojiadu', '周敏', 'Zhou Min'],
  ['大润发 苏州园区店', 'RT-Mart Suzhou SIP', '林晓', 'Lin Xiao'],
  ['物美 北京联想桥店', 'Wumart Beijing Lianxiangqiao', '赵伟', 'Zhao Wei'],
  ['步步高 长沙梅溪湖店', 'Better Life Changsha', '孙悦', 'Sun Yue'],
] as const;

export function accounts(lang: Lang): AccountRow[] {
  const tones = ['positive', 'warning', 'critical'] as const;
  return names.map((row, index) => ({
    id: `a${index}`,
    name: lang === 'en' ? row[1] : row[0],
    owner: lang === 'en' ? row[3] : row[2],
    amount: index === 4 ? null : [38_210_000, 25_430_050, 61_998_000, 9_020_000, 0, 14_775_000][index]!,
    share: [0.962, 0.714, 1.083, 0.402, 0.55, 0.688][index]!,
    last: `2026-0${1 + (index % 3)}-1${index}`,
    tone: tones[index % 3]!,
  }));
}

export function accountColumns(lang: Lang): TableColumn<AccountRow>[] {
  const t = (zh: string, en: string) => (lang === 'en' ? en : zh);
  return [
    { key: 'name', label: t('客户', 'Account'), sortable: true },
    { key: 'owner', label: t('负责人', 'Owner'), sortable: true },
    {
      key: 'amount',
      label: t('本年销售（万元）', 'Sales this year (CNY k)'),
      format: 'money',
      unit: 'wan',
      sortable: true,
    },
    { key: 'share', label: t('达成率', 'Attainment'), format: 'percent', sortable: true },
    { key: 'last', label: t('最近拜访', 'Last visit'), format: 'date', sortable: true },
  ];
}

export function gridColumns(lang: Lang): TreeGridColumn[] {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return [
    { key: 'year', label: lang === 'en' ? 'Year' : '全年', format: 'money', unit: 'wan', strong: true },
    ...months.map((name, index): TreeGridColumn => ({
      key: `m${index + 1}`,
      label: lang === 'en' ? name : `${index + 1}月`,
      format: 'money',
      unit: 'wan',
      editable: true,
      width: '80px',
    })),
  ];
}

const shares = [62, 48, 90, 84, 88, 96, 82, 80, 94, 92, 98, 86];

export function gridRows(lang: Lang): TreeGridRow[] {
  const t = (zh: string, en: string) => (lang === 'en' ? en : zh);
  const row = (
    id: string,
    parentId: string | null,
    label: string,
    scale: number,
    flags: TreeGridRow['flags'] = {},
  ): TreeGridRow => {
    const values = Object.fromEntries(shares.map((share, index) => [`m${index + 1}`, share * scale * 10_000_00]));
    return { id, parentId, label, flags, values: { ...values, year: 1000 * scale * 10_000_00 } };
  };
  return [
    row('cn', null, t('全国销售部', 'China sales'), 12),
    row('east', 'cn', t('华东大区', 'East'), 5, { m3: ['held'] }),
    row('sh', 'east', t('上海一组', 'Shanghai 1'), 2, { m2: ['edited'], m3: ['edited'] }),
    row('hz', 'east', t('杭州组', 'Hangzhou'), 3, { m5: ['conflict'] }),
    row('south', 'cn', t('华南大区', 'South'), 4),
    row('sz', 'south', t('深圳组', 'Shenzhen'), 4),
    row('north', 'cn', t('华北大区', 'North'), 3),
  ];
}

export function months(lang: Lang): ChartCategory[] {
  return shares.map((_, index) => ({
    key: `${index + 1}`,
    label: lang === 'en' ? `${index + 1}` : `${index + 1}月`,
    title: lang === 'en' ? `2026-${String(index + 1).padStart(2, '0')}` : `2026年${index + 1}月`,
  }));
}

export function receipts(lang: Lang): ChartSeries[] {
  const values = [520, 430, 760, 802, 851, 930, 806, 770, 905, 940, 990, 900].map((value) => value * 10_000_00);
  const band = (factor: number) =>
    values.map((value, index) => (index < 7 ? null : Math.round(value * (1 + factor * (index - 7)))));
  return [
    {
      key: 'r',
      label: lang === 'en' ? 'Receipts' : '回款',
      values,
      forecastFrom: 8,
      band: { low: band(-0.03), high: band(0.03) },
    },
  ];
}

export function teams(lang: Lang): ChartSeries[] {
  return [
    {
      key: 'e',
      label: lang === 'en' ? 'East' : '华东',
      values: [320, 280, 410, 390, 420, 460].map((v) => v * 10_000_00),
    },
    {
      key: 's',
      label: lang === 'en' ? 'South' : '华南',
      values: [250, 190, 300, 310, 280, 330].map((v) => v * 10_000_00),
    },
    {
      key: 'n',
      label: lang === 'en' ? 'North' : '华北',
      values: [180, 150, 220, 205, 240, 250].map((v) => v * 10_000_00),
    },
  ];
}
