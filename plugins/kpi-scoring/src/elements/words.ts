import type { Text } from '@milepost/scoring';
import { indicatorOf, quantityOf } from '../domain/measurable.ts';
import { Figures } from './figures.ts';

/** How scores are written for one person: figures, and values in the unit of their indicator. */
export class Words extends Figures {
  /** A text of the engine in the person's language. */
  text(text: Text): string {
    return this.locale === 'zh-CN' ? text.zh : text.en;
  }

  /** A numerator or denominator of an indicator. */
  quantity(indicatorId: string, value: number | null): string {
    return quantityOf(indicatorId) === 'money' ? this.money(value) : this.count(value);
  }

  /** The same with every digit. */
  quantityExact(indicatorId: string, value: number | null): string {
    return quantityOf(indicatorId) === 'money' ? this.moneyExact(value) : this.count(value);
  }

  /** The value of an indicator in its unit. */
  value(indicatorId: string, value: number | null): string {
    return indicatorOf(indicatorId)?.unit === 'ratio' ? this.percent(value) : this.quantity(indicatorId, value);
  }
}
