import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { entities, entityNames } from '../index.ts';
import { parseDay, parseInstant } from './dates.ts';
import {
  columnReference,
  columnsOf,
  decodeCsv,
  enumLabel,
  enumValueOf,
  fieldOfHeader,
  formatOpeningHours,
  headerOf,
  parseOpeningHours,
  templateCsv,
} from './index.ts';
import { parseDecimal, toMinor, toNumber } from './numbers.ts';
import { parseTable } from './table.ts';

const minor = (text: string): number | null => {
  const decimal = parseDecimal(text);
  return decimal === null ? null : toMinor(decimal);
};

describe('amounts as people paste them', () => {
  it.each([
    ['1234.5', 123450],
    ['1,234.50', 123450],
    ['１，２３４．５', 123450],
    ['¥1,200', 120000],
    ['￥ 88.00元', 8800],
    ['1.2万', 1200000],
    ['0.1', 10],
    ['-3.05', -305],
    ['1.2345万', 1234500],
    ['3亿', 30000000000],
    ['0', 0],
    ['12.340', 1234],
    ['1.23456万', 1234560],
  ])('reads %s as %d 分', (text, expected) => expect(minor(text)).toBe(expected));

  it.each(['1.234,56', '12,34', '1,2万', '50%', '1.005', '一百', '1e3', '', '1 2', '99999999999999999', '$ '])(
    'refuses %s',
    (text) => {
      expect(minor(text)).toBeNull();
    },
  );

  it('is exact where doubles are not, for any number of 分', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (value) => {
        const digits = String(value).padStart(3, '0');
        expect(minor(`${digits.slice(0, -2)}.${digits.slice(-2)}`)).toBe(value);
      }),
    );
  });

  it('keeps numbers as written', () => {
    expect(toNumber(parseDecimal('31.2304') ?? fail())).toBe(31.2304);
    expect(toNumber(parseDecimal('-0.004') ?? fail())).toBe(-0.004);
  });
});

function fail(): never {
  throw new Error('expected a decimal');
}

describe('days and times as people paste them', () => {
  it.each([
    '2026-03-05',
    '2026/3/5',
    '2026.3.5',
    '2026年3月5日',
    '20260305',
    '２０２６／３／５',
    '2026/3/5 0:00',
    '2026-03-05 00:00:00',
  ])('reads %s', (text) => {
    expect(parseDay(text)).toBe('2026-03-05');
  });

  it.each(['3/5/2026', '26-3-5', '2026-02-29', '2026-13-01', '46086', '2026-03', '2026/3-5', '2026-03-05 10:00'])(
    'refuses %s',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  it('puts a local time into UTC and leaves an instant alone', () => {
    expect(parseInstant('2026/3/5 9:30', 'Asia/Shanghai')).toBe('2026-03-05T01:30:00Z');
    expect(parseInstant('2026年3月5日 14:05:10', 'Asia/Shanghai')).toBe('2026-03-05T06:05:10Z');
    expect(parseInstant('2026-03-05T01:30:00Z', 'Asia/Shanghai')).toBe('2026-03-05T01:30:00Z');
    expect(parseInstant('2026-07-01 12:00', 'Europe/Berlin')).toBe('2026-07-01T10:00:00Z');
    expect(parseInstant('14:30', 'Asia/Shanghai')).toBeNull();
  });
});

describe('opening hours as text', () => {
  it('reads spans of days, several windows and closed days', () => {
    expect(parseOpeningHours('周一至周二 09:00-18:00；周六 10:00-16:00')).toEqual({
      mon: [['09:00', '18:00']],
      tue: [['09:00', '18:00']],
      sat: [['10:00', '16:00']],
    });
    expect(parseOpeningHours('工作日 8:30-10:45、13:30-16:30；周末 休息')?.fri).toEqual([
      ['08:30', '10:45'],
      ['13:30', '16:30'],
    ]);
    expect(parseOpeningHours('Mon-Wed 09:00-18:00; Sun closed')).toEqual({
      mon: [['09:00', '18:00']],
      tue: [['09:00', '18:00']],
      wed: [['09:00', '18:00']],
    });
    expect(Object.keys(parseOpeningHours('每天 07:00-24:00') ?? {})).toHaveLength(7);
    expect(parseOpeningHours('周一、周三 09:00~12:00')).toEqual({
      mon: [['09:00', '12:00']],
      wed: [['09:00', '12:00']],
    });
  });

  it.each([
    '全天',
    '周一 18:00-09:00',
    '周一 09:00',
    '周一至 09:00-10:00',
    '周五至周一 09:00-10:00',
    '周一 09:00-10:00；周一 11:00-12:00',
    '周一 25:00-26:00',
  ])('refuses %s', (text) => {
    expect(parseOpeningHours(text)).toBeNull();
  });

  it('reads back what it writes in both languages', () => {
    const hours = {
      mon: [
        ['08:30', '10:45'],
        ['13:30', '16:30'],
      ],
      tue: [
        ['08:30', '10:45'],
        ['13:30', '16:30'],
      ],
      sun: [['10:00', '24:00']],
    } as const;
    for (const locale of ['zh-CN', 'en'] as const) expect(parseOpeningHours(formatOpeningHours(hours, locale))).toEqual(hours);
    expect(formatOpeningHours(hours, 'zh-CN')).toBe('周一至周二 08:30-10:45、13:30-16:30；周日 10:00-24:00');
  });
});

describe('encodings and delimiters', () => {
  const text = '编号,名称\r\np1,王小明，镕𠮷\r\n';
  it('recognises UTF-8 with and without its mark, GB18030 and UTF-16', () => {
    const utf8 = new TextEncoder().encode(text);
    expect(decodeCsv(utf8)).toEqual({ text, encoding: 'utf-8' });
    expect(decodeCsv(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8))).toEqual({ text, encoding: 'utf-8-bom' });
    expect(decodeCsv(iconv.encode(text, 'gb18030'))).toEqual({ text, encoding: 'gb18030' });
    expect(decodeCsv(iconv.encode('订单', 'gbk'))).toEqual({ text: '订单', encoding: 'gb18030' });
    expect(decodeCsv(iconv.encode(text, 'utf-16le', { addBOM: true }))).toEqual({
      text,
      encoding: 'utf-16le',
    });
  });

  it('names a workbook and bytes that are no text', () => {
    expect(decodeCsv(Uint8Array.of(0x50, 0x4b, 3, 4))).toEqual({ code: 'csv.file.spreadsheet' });
    expect(decodeCsv(Uint8Array.of(0xff, 0xff, 0x00, 0x80))).toEqual({ code: 'csv.file.encoding' });
  });

  it('splits by comma, semicolon or tab, and counts rows like a spreadsheet', () => {
    for (const sign of [',', ';', '\t']) {
      const table = parseTable(`a${sign}b\n\n"x${sign}\ny"${sign}2\n`);
      expect(table).toMatchObject({
        delimiter: sign,
        header: ['a', 'b'],
        rows: [{ row: 3, cells: [`x${sign}\ny`, '2'] }],
      });
    }
    expect(parseTable('a,b\n"x,2\n')).toMatchObject({ code: 'csv.file.quotes' });
  });
});

describe('columns', () => {
  it('finds every column by either label, by its template header and by its field name, and only it', () => {
    for (const entity of entityNames) {
      for (const field of columnsOf(entity)) {
        for (const header of [
          field.label['zh-CN'],
          field.label.en,
          field.name,
          headerOf(field, 'zh-CN'),
          headerOf(field, 'en'),
          field.label.en.toUpperCase(),
        ]) {
          expect(fieldOfHeader(entity, header)?.name, `${entity} ${header}`).toBe(field.name);
        }
      }
    }
    expect(fieldOfHeader('accounts', '备注')).toBeUndefined();
  });

  it('reads enum words in both languages, and their codes', () => {
    for (const entity of entityNames) {
      for (const field of columnsOf(entity)) {
        for (const value of field.values ?? []) {
          for (const word of [value, enumLabel(entity, field, value, 'zh-CN'), enumLabel(entity, field, value, 'en')]) {
            expect(enumValueOf(entity, field, word), `${entity}.${field.name} ${word}`).toBe(value);
          }
        }
      }
    }
  });

  it('documents every column, and no derived one', () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const reference = columnReference(locale);
      for (const entity of entityNames) {
        for (const field of columnsOf(entity)) expect(reference).toContain(`| ${headerOf(field, locale)} |`);
      }
      expect(reference).not.toContain('`accessOwnerId`');
    }
    expect(entities.invoices.fields.some((field) => field.name === 'openMinor' && field.derived)).toBe(true);
  });

  it('writes templates that Excel opens: a mark, a header, one row', () => {
    expect(templateCsv('categories', 'zh-CN')).toBe('\uFEFF类别编号,名称\r\ntea,茶饮原料\r\n');
    expect(templateCsv('products', 'zh-CN')).toContain('标价（含税，元）');
  });
});
