/** Amounts of the past in a spec: inline, or a table beside it. */
import { fileError } from './file-error.ts';
import { checkFacts } from '../baselines/facts.ts';
import { isProblem, PlacedError } from './placed.ts';
import { readFactsCsv } from './read-csv.ts';
import { amountOrNull, fieldsOf, listOf, textOf, textsOf } from './shape.ts';
import type { Facts } from '../baselines/facts.ts';

/** The text of a file beside the spec. Throws where there is none. */
export type FileSource = (name: string, path: string) => string;

/** Facts with their places. */
export interface PlacedFacts extends Facts {
  /** Where a row stands: `sales.csv:17`, or `facts.sales2025.rows.15` with the property that is meant, such as `.at.time`. */
  readonly placeOf: (row: number, property?: string) => string;
  /** A table of amounts that names no currency: taken for that of the plan where it has one money metric. */
  readonly openCurrency: boolean;
}

/** Lists of facts by name. */
export type FactsByName = ReadonlyMap<string, PlacedFacts>;

/** Reads `facts`: `{ "sales2025": { "axes": […], "rows": […] }, "visits2025": { "csv": "visits.csv" } }`. */
export function readFacts(
  value: unknown,
  path: string,
  source: FileSource,
  axisOf: (heading: string) => string = (heading) => heading,
): FactsByName {
  const found = new Map<string, PlacedFacts>();
  if (value === undefined) return found;
  const names = fieldsOf(value, path, Object.keys(value ?? {}));
  for (const [name, item] of Object.entries(names)) {
    const place = `${path}.${name}`;
    const fields = fieldsOf(item, place, ['csv', 'axes', 'rows']);
    const facts = fields['csv'] === undefined ? readInline(item, place) : readTable(item, place, source, axisOf);
    checkPlaced(facts, place);
    found.set(name, facts);
  }
  return found;
}

/** Checks amounts and currencies. What is wrong in a table is named by its row. */
function checkPlaced(facts: PlacedFacts, path: string): void {
  try {
    checkFacts(facts, path);
  } catch (error) {
    const row = isProblem(error) ? /\.rows\.(\d+)(\.\w+)$/.exec(error.path) : null;
    if (!isProblem(error) || row === null) throw error;
    const { code, texts } = error;
    throw new PlacedError({ code, path: '', texts }, facts.placeOf(Number(row[1]), row[2]));
  }
}

function readTable(item: unknown, path: string, source: FileSource, axisOf: (heading: string) => string): PlacedFacts {
  const name = textOf(fieldsOf(item, path, ['csv!'])['csv'], `${path}.csv`);
  checkBeside(name, `${path}.csv`);
  const facts = readFactsCsv(source(name, `${path}.csv`), name, axisOf);
  const openCurrency = !facts.counts && facts.rows.every(({ currency }) => currency === undefined);
  return { ...facts, openCurrency, placeOf: (row) => `${name}:${facts.lines[row]}` };
}

/** What a spec reads lies beside it: a spec from somebody else must not reach other files. */
export function checkBeside(name: string, path: string): void {
  if (/^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(name)) throw fileError('allocation.file.beside', name, path);
}

function readInline(item: unknown, path: string): PlacedFacts {
  const fields = fieldsOf(item, path, ['axes!', 'rows!']);
  const axes = listOf(fields['axes'], `${path}.axes`).map((axis, at) => textOf(axis, `${path}.axes.${at}`));
  const rows = listOf(fields['rows'], `${path}.rows`).map((row, at) => {
    const place = `${path}.rows.${at}`;
    const own = fieldsOf(row, place, ['at!', 'amount!', 'currency']);
    return {
      at: textsOf(own['at'], `${place}.at`),
      amount: amountOrNull(own['amount'], `${place}.amount`),
      ...(own['currency'] === undefined ? {} : { currency: textOf(own['currency'], `${place}.currency`) }),
    };
  });
  return { axes, rows, openCurrency: false, placeOf: (row, property = '') => `${path}.rows.${row}${property}` };
}
