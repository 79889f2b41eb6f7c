export { parseCompanyCalendar, readCompanyCalendar } from './parse-company-calendar.ts';
export { companyCalendar } from './to-calendar.ts';
export type { AlternatingWeeks, CompanyCalendar, CompanyOverlay, CompanyShift } from './company-calendar.ts';
export type { CompanyCalendarChoice } from './to-calendar.ts';
