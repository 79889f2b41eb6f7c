import type { CustomerType } from '@milepost/crm';
import * as words from './data/names.ts';
import type { City, District } from './data/places.ts';
import type { Random } from './random.ts';

const distributorKinds = ['食品贸易', '商贸', '餐饮供应链', '食品', '供应链管理', '饮品原料'];

/** Draws account names that are not taken yet. */
export class AccountNames {
  private readonly taken = new Set<string>();

  /** A name of the type's pattern; a second trade name or a house number decides when the plain ones run out. */
  draw(type: CustomerType, city: City, district: District, street: string, random: Random): string {
    for (let attempt = 0; ; attempt += 1) {
      const name = pattern(type, city, district, street, random, attempt);
      if (!this.taken.has(name)) {
        this.taken.add(name);
        return name;
      }
    }
  }
}

function pattern(type: CustomerType, city: City, district: District, street: string, random: Random, attempt: number): string {
  const area = district.name.replace(/(新区|区|县)$/, '');
  const place = area.length < 2 ? district.name : area;
  const branch = attempt > 12 ? `${street}${random.pick(['二', '三', '四', '五'])}店` : `${street}店`;
  if (type === 'distributor') {
    const trade = random.pick(words.tradeNames) + (attempt > 12 ? random.pick(['华', '泰', '达', '盛']) : '');
    return `${city.name}${trade}${random.pick(distributorKinds)}有限公司`;
  }
  const shop = branch.startsWith(place) ? branch : place + branch;
  if (type === 'chain') return `${random.pick(words.chainBrands)}（${shop}）`;
  if (type === 'retail') return `${random.pick(words.retailBrands)}（${shop}）`;
  const suffix = attempt > 12 ? `（${random.pick(['东', '南', '西', '北'])}区）` : '';
  return random.chance(0.55)
    ? `${city.name}${place}${random.pick(words.schoolWords)}${random.pick(words.schoolKinds)}${suffix}`
    : `${city.name}${random.pick(words.firmWords)}${random.pick(words.firmKinds)}${suffix}`;
}
