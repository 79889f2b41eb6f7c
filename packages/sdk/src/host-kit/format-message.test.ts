import { describe, expect, it } from 'vitest';
import { formatMessage } from './format-message.ts';

describe('formatMessage', () => {
  it.each([
    ['plain', {}, 'plain'],
    ['{a} of {b}', { a: 1, b: 'x' }, '1 of x'],
    ['{n, plural, =0 {none} one {one} other {# items}}', { n: 0 }, 'none'],
    ['{n, plural, one {# item} other {# items}}', { n: 1200 }, '1,200 items'],
    ['{n, plural, other {{name}: #}}', { n: 3, name: 'A' }, 'A: 3'],
    ['{n, number}', { n: 12345.5 }, '12,345.5'],
    ['{missing}', {}, '{missing}'],
    ['open {', { open: 1 }, 'open {'],
  ])('%s with %o is %s', (message, params, expected) => {
    expect(formatMessage(message, params, 'en')).toBe(expected);
  });

  it('uses the rules of the language', () => {
    expect(formatMessage('{n, plural, one {X} other {# 家}}', { n: 1 }, 'zh-CN')).toBe('1 家');
  });
});
