/** A product of the demo company; the price is in 分, tax included. */
export interface DemoProduct {
  readonly id: string;
  readonly category: number;
  readonly name: string;
  readonly sku: string;
  readonly salesUnit: string;
  readonly listPriceMinor: number;
  readonly launchedOn: string;
  /** How often it is chosen within its category. */
  readonly popularity: number;
}

/** Product categories in the order of the mix tables. */
export const categories = [
  { id: 'tea', name: '茶饮原料' },
  { id: 'coffee', name: '咖啡' },
  { id: 'plant-milk', name: '植物奶' },
  { id: 'syrup', name: '糖浆与辅料' },
] as const;

const lists: readonly (readonly string[])[] = [
  [
    '茉莉绿茶茶汤（1L×12）|箱|21600',
    '四季春乌龙茶叶（500g×10）|箱|46800',
    '锡兰红茶碎（600g×10）|箱|39800',
    '大红袍茶叶（500g×10）|箱|52800',
    '冷泡白桃乌龙（800mL×12）|箱|25200',
    '原味奶茶粉（1kg×12）|箱|33600',
    '杨枝甘露果茶底（1.2kg×6）|箱|19800',
    '葡萄果茶底（1.2kg×6）|箱|18600',
    '柠檬鲜汁（950mL×12）|箱|28800',
    '普洱熟茶茶叶（500g×10）|箱|58800',
  ],
  [
    '意式拼配咖啡豆（1kg×8）|箱|78400',
    '云南小粒咖啡豆（1kg×8）|箱|83200',
    '埃塞水洗咖啡豆（500g×10）|箱|96000',
    '冷萃咖啡液（1L×12）|箱|31200',
    '速溶黑咖啡（2g×500）|箱|45000',
    '三合一咖啡（15g×200）|箱|26800',
    '浓缩咖啡液（10倍，500mL×12）|箱|42600',
    '挂耳咖啡（10g×200）|箱|52000',
    '低因咖啡豆（1kg×8）|箱|88800',
    '拿铁咖啡粉（1kg×10）|箱|36500',
  ],
  [
    '咖啡师燕麦奶（1L×12）|箱|16800',
    '原味燕麦奶（1L×12）|箱|14400',
    '厚椰乳（1L×12）|箱|19200',
    '生椰浆（1L×12）|箱|22800',
    '巴旦木奶（1L×12）|箱|20400',
    '无糖豆奶（1L×12）|箱|9600',
    '校园豆奶（200mL×24）|箱|4800',
    '核桃花生奶（250mL×24）|箱|7200',
    '燕麦奶（250mL×24）|箱|9800',
    '椰子水（330mL×24）|箱|11800',
  ],
  [
    '果葡糖浆（25kg）|桶|13800',
    '黑糖浆（2.5kg×4）|箱|15600',
    '香草风味糖浆（750mL×6）|箱|17400',
    '焦糖风味糖浆（750mL×6）|箱|17400',
    '珍珠粉圆（1kg×20）|箱|18800',
    '脆啵啵（1kg×12）|箱|20400',
    '椰果（2kg×10）|箱|14200',
    '奶盖粉（1kg×10）|箱|29800',
    '红豆罐头（3kg×6）|箱|16500',
    '纸杯与杯盖（90口径，1000套）|箱|31500',
  ],
];

const popularity = [1.8, 1.3, 1.1, 0.9, 1, 1.2, 0.9, 0.7, 0.9, 0.5];
const prefixes = ['T', 'C', 'P', 'S'];

/** Forty products, ten per category. */
export const products: readonly DemoProduct[] = lists.flatMap((list, category) =>
  list.map((entry, index) => {
    const [name = '', salesUnit = '', price] = entry.split('|');
    const sku = `${prefixes[category]}${String(index + 1).padStart(3, '0')}`;
    const launchedOn = index % 5 === 4 ? `202${1 + (category % 3)}-0${3 + category}-01` : '2016-03-01';
    return {
      id: sku.toLowerCase(),
      category,
      name,
      sku,
      salesUnit,
      listPriceMinor: Number(price),
      launchedOn,
      popularity: popularity[index] ?? 1,
    };
  }),
);
