import { createCalendar } from '@milepost/calendar';
import { describe, expect, it } from 'vitest';
import { dueDate } from './due.ts';

const china = createCalendar({ zone: 'Asia/Shanghai', fiscalYearStartMonth: 1, country: 'CN' });

describe('due dates on the working calendar', () => {
  it('count 14 February 2026 as a working day and jump over Spring Festival', () => {
    // 13 February is a Friday; the 14th is a make-up working day, work starts again on the 24th.
    expect(dueDate('critical', '2026-02-13', china)).toEqual({ date: '2026-02-25', status: 'official' });
  });
});
