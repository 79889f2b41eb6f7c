export { driver } from './driver.ts';
export { even } from './even.ts';
export { manual } from './manual.ts';
export { seasonality } from './seasonality.ts';
export { countPeriodDays, periodDaysStatus, workingDays } from './working-days.ts';
export type { GivenAmount } from './manual.ts';
export type { Method, Pooling } from './method.ts';
export type { PeriodDays } from './working-days.ts';
