import { html } from '@milepost/sdk';
import { attendances } from '../../domain/types.ts';
import type { Attendance, DayReport } from '../../domain/types.ts';
import type { Words } from '../words.ts';

/** A day report with nothing in it yet. */
export function emptyReport(dayOn: string): DayReport {
  return { dayOn, attendance: 'present', attendanceNote: '', learned: '' };
}

/** 每日出勤状况 and 今日拜访心得. */
export function renderReport(
  words: Words,
  report: DayReport,
  readOnly: boolean,
  edit: (change: Partial<DayReport>) => void,
): unknown {
  const text = (event: Event): string => (event.currentTarget as HTMLInputElement).value;
  const options = attendances.map((item) => ({ value: item, label: words.t(`attendance.${item}`) }));
  return html`<div class="stack">
    <mp-radio-group
      stacked
      required
      ?disabled=${readOnly}
      .label=${words.t('report.attendance')}
      .options=${options}
      .value=${report.attendance}
      @change=${(event: Event) => edit({ attendance: text(event) as Attendance })}
    ></mp-radio-group>
    <mp-input
      optional
      ?readonly=${readOnly}
      maxlength="200"
      .label=${words.t('report.attendanceNote')}
      .value=${report.attendanceNote}
      @input=${(event: Event) => edit({ attendanceNote: text(event) })}
    ></mp-input>
    <mp-textarea
      rows="5"
      ?readonly=${readOnly}
      maxlength="2000"
      .label=${words.t('report.learned')}
      .hint=${words.t('report.learnedHint')}
      .value=${report.learned}
      @input=${(event: Event) => edit({ learned: text(event) })}
    ></mp-textarea>
  </div>`;
}
