/** What the journal says last is what the cells hold. */
import { boxAt, metricAt, placeOf } from './cells.ts';
import { amountsDiffer, textsDiffer } from './difference.ts';
import { amountAt, indexAt, listAt, objectAt, shown } from './document.ts';
import { sumOf, toAmount } from './sums.ts';
import type { Amount, Difference } from './difference.ts';
import type { PublishedDocument, TreeAxis } from './document.ts';
import type { Json } from './read-json.ts';

/** Checks the order of the entries, the last outcome per metric, and the last amount of every leaf cell it names. */
export function checkJournal(document: PublishedDocument): Difference[] {
  const entries = listAt(document.root.get('journal'), 'journal').map((item, at) => objectAt(item, `journal.${at}`));
  const order = entries.flatMap((entry, at) => {
    const seq = entry.get('seq');
    return seq === at + 1 ? [] : [textsDiffer('differs.journal.order', `journal.${at}.seq`, '', String(at + 1), shown(seq))];
  });
  const latest = document.metrics.map(() => new Map<number, Json>());
  const outcomes = new Map<number, { box: number[]; after: Amount; path: string }>();
  entries.forEach((entry, at) => {
    const path = `journal.${at}`;
    const metric = metricAt(document, entry.get('metric'), `${path}.metric`);
    const box = boxAt(document, entry.get('target'), `${path}.target`);
    outcomes.set(metric, { box, after: amountAt(entry.get('after'), `${path}.after`), path });
    takeDivisions(document, entry, path, latest[metric] as Map<number, Json>);
  });
  const targets = [...outcomes].flatMap(([metric, { box, after, path }]) => {
    const expected = sumOf(document, metric, box);
    return expected === after
      ? []
      : [amountsDiffer('differs.journal.target', `${path}.after`, placeOf(document, box), expected, after)];
  });
  return [...latest.flatMap((cells, metric) => compareCells(document, metric, cells)), ...targets, ...order];
}

function takeDivisions(
  document: PublishedDocument,
  entry: ReadonlyMap<string, Json>,
  path: string,
  latest: Map<number, Json>,
): void {
  const { axes } = document;
  const count = axes.reduce((product, axis) => product * axis.ids.length, 1);
  listAt(entry.get('divisions'), `${path}.divisions`).forEach((item, number) => {
    const place = `${path}.divisions.${number}`;
    const division = objectAt(item, place);
    const after = listAt(division.get('after'), `${place}.after`);
    listAt(division.get('cells'), `${place}.cells`).forEach((key, at) => {
      const cell = indexAt(key, count, `${place}.cells.${at}`);
      const amount = after[at] as Json;
      amountAt(amount, `${place}.after.${at}`);
      latest.set(cell, amount);
    });
  });
}

function compareCells(document: PublishedDocument, metric: number, latest: ReadonlyMap<number, Json>): Difference[] {
  const { axes, rows, cells } = document;
  if (latest.size === 0) return [];
  const last = axes.at(-1) as TreeAxis;
  const number = document.root.get('values');
  const at = listAt(number, 'values').findIndex((item) => (item as Map<string, Json>).get('metric') === document.metrics[metric]);
  return rows.flatMap((row, index) => {
    const base = row.reduce((key, member, axis) => key * (axes[axis] as TreeAxis).ids.length + member, 0);
    return last.leaves.flatMap((leaf, column) => {
      const said = latest.get(base * last.ids.length + leaf);
      if (said === undefined) return [];
      const [expected, found] = [toAmount(said), toAmount(cells[metric]?.[index]?.[column])];
      if (expected === found) return [];
      const place = placeOf(document, [...row, leaf]);
      return [amountsDiffer('differs.journal.cell', `values.${at}.cells.${index}.${column}`, place, expected, found)];
    });
  });
}
