import type { EntityName, FieldDef } from '../field.ts';
import { enumValueOf } from './columns.ts';
import { parseDay, parseInstant } from './dates.ts';
import type { ValueCode } from './messages.ts';
import { halfWidth, trimmed } from './normalise.ts';
import { parseDecimal, toMinor, toNumber } from './numbers.ts';
import { parseOpeningHours } from './opening-hours.ts';

/** A cell's value, or the code of why it has none. */
export type CellResult = { readonly value: unknown } | { readonly code: ValueCode };

const yes = new Set(['是', '有', '对', 'true', 'yes', 'y', '1', '√', '✓']);
const no = new Set(['否', '无', '错', 'false', 'no', 'n', '0', '×', 'x']);
const currencies: Readonly<Record<string, string>> = { 人民币: 'CNY', 元: 'CNY', rmb: 'CNY', '¥': 'CNY' };
const canBeNegative = new Set(['amountMinor', 'taxMinor', 'quantity', 'lat', 'lon', 'homeLat', 'homeLon']);
const fail = (code: ValueCode): CellResult => ({ code });

/** Turns a cell that is not empty into the field's value. Tolerant of how people paste, strict where two readings exist. */
export function parseCell(entity: EntityName, field: FieldDef, text: string, timeZone: string): CellResult {
  switch (field.type) {
    case 'id':
    case 'ref':
      return idCell(text);
    case 'text':
      return field.name === 'currency' ? currencyCell(text) : textCell(text);
    case 'enum': {
      const value = enumValueOf(entity, field, text);
      return value === undefined ? fail('csv.value.enum') : { value };
    }
    case 'boolean': {
      const word = halfWidth(text).toLowerCase();
      return yes.has(word) ? { value: true } : no.has(word) ? { value: false } : fail('csv.value.boolean');
    }
    case 'date': {
      const value = parseDay(text);
      return value === null ? fail('csv.value.date') : { value };
    }
    case 'instant': {
      const value = parseInstant(text, timeZone);
      return value === null ? fail('csv.value.instant') : { value };
    }
    case 'json': {
      const value = parseOpeningHours(text);
      return value === null ? fail('csv.value.hours') : { value };
    }
    default:
      return numberCell(field, text);
  }
}

function numberCell(field: FieldDef, text: string): CellResult {
  const decimal = parseDecimal(text);
  if (decimal === null) return fail(field.type === 'money' ? 'csv.value.money' : 'csv.value.number');
  if (decimal.negative && !canBeNegative.has(field.name)) return fail('csv.value.negative');
  if (field.type === 'money') {
    const minor = toMinor(decimal);
    return minor === null ? fail('csv.value.money') : { value: minor };
  }
  const value = toNumber(decimal);
  if (value === null) return fail('csv.value.number');
  if (field.type === 'integer' && (decimal.scale > 0 || !Number.isSafeInteger(value))) return fail('csv.value.integer');
  const limit = /lat$/i.test(field.name) ? 90 : /lon$/i.test(field.name) ? 180 : Number.POSITIVE_INFINITY;
  return Math.abs(value) > limit ? fail('csv.value.coordinate') : { value };
}

function idCell(text: string): CellResult {
  const value = halfWidth(text);
  if (/^\d+(\.\d+)?E\+\d+$/i.test(value)) return fail('csv.value.exponent');
  return value.length > 100 || hasControl(value) ? fail('csv.value.id') : { value };
}

function textCell(text: string): CellResult {
  const value = trimmed(text);
  return value.length > 2000 || hasControl(value.replace(/[\n\r\t]/g, '')) ? fail('csv.value.text') : { value };
}

function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) < 32) return true;
  return false;
}

function currencyCell(text: string): CellResult {
  const word = halfWidth(text);
  const value = currencies[word.toLowerCase()] ?? word.toUpperCase();
  return /^[A-Z]{3}$/.test(value) ? { value } : fail('csv.value.currency');
}
