import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromTsv, toTsv } from './clipboard.ts';
import { visibleRows } from './rows.ts';
import { editText, parseCell } from './values.ts';
import type { TreeGridColumn } from './types.ts';

const row = (id: string, parentId?: string) => ({ id, parentId, label: id, values: {} });
const wan: TreeGridColumn = { key: 'm', label: '金额', format: 'money', unit: 'wan' };

describe('the clipboard', () => {
  it('reads what spreadsheets write', () => {
    expect(fromTsv('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(fromTsv('"a\tb"\t"say ""hi"""')).toEqual([['a\tb', 'say "hi"']]);
    expect(fromTsv('1\t\t3')).toEqual([['1', '', '3']]);
  });

  it('reads back every block it wrote', () => {
    const block = fc.integer({ min: 2, max: 4 }).chain((width) =>
      fc.array(fc.array(fc.string(), { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 4,
      }),
    );
    fc.assert(
      fc.property(block, (cells) => {
        expect(fromTsv(toTsv(cells))).toEqual(cells);
      }),
    );
  });
});

describe('the rows in view', () => {
  it('are those whose ancestors are open, each with its place', () => {
    const rows = [row('a'), row('a1', 'a'), row('a1x', 'a1'), row('a2', 'a'), row('b')];
    const placed = visibleRows(rows, (id) => id === 'a');
    expect(placed.map((item) => [item.row.id, item.level, item.position, item.siblings])).toEqual([
      ['a', 1, 1, 2],
      ['a1', 2, 1, 2],
      ['a2', 2, 2, 2],
      ['b', 1, 2, 2],
    ]);
  });

  it('keeps a row whose parent is missing', () => {
    expect(visibleRows([row('x', 'gone')], () => false)).toHaveLength(1);
  });
});

describe('cells in the unit of their column', () => {
  it('reads a bare figure in it and lets a text name its own', () => {
    expect(parseCell(wan, '12', 'zh-CN')).toEqual({ value: 12_000_000 });
    expect(parseCell(wan, '1.2亿', 'zh-CN')).toEqual({ value: 12_000_000_000 });
    expect(parseCell(wan, '5000元', 'zh-CN')).toEqual({ value: 500_000 });
    expect(parseCell(wan, '(3)', 'zh-CN')).toEqual({ value: -3_000_000 });
    expect(parseCell(wan, '', 'zh-CN')).toEqual({ value: null });
    expect(parseCell(wan, 'x', 'zh-CN')).toHaveProperty('error');
    expect(parseCell({ ...wan, format: 'percent' }, '62.5%', 'zh-CN')).toEqual({ value: 0.625 });
  });

  it('writes for editing what it reads back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e14, max: 1e14 }),
        fc.constantFrom('yuan', 'wan', 'yi'),
        fc.constantFrom('zh-CN', 'en'),
        (value, unit, locale) => {
          const column = { ...wan, unit };
          expect(parseCell(column, editText(column, value, locale), locale)).toEqual({ value });
        },
      ),
    );
  });
});
