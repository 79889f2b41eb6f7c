/** Every stated total on every axis is the sum of its children, and of its cells. */
import { memberPlace } from './cells.ts';
import { amountsDiffer, textsDiffer } from './difference.ts';
import { amountAt, listAt, objectAt, shown } from './document.ts';
import { memberSums, plus } from './sums.ts';
import type { Amount, Difference } from './difference.ts';
import type { PublishedDocument, TreeAxis } from './document.ts';
import type { Json } from './read-json.ts';

/** Checks the totals of one metric, which the certificate states at `path`. */
export function checkTotals(
  document: PublishedDocument,
  metric: number,
  stated: ReadonlyMap<string, Json>,
  path: string,
): Difference[] {
  const sums = memberSums(document, metric);
  const found: Difference[] = [];
  const whole = amountAt(stated.get('total'), `${path}.total`);
  const expected = sums[0]?.[0] ?? null;
  if (whole !== expected) found.push(amountsDiffer('differs.cells', `${path}.total`, '', expected, whole));
  const list = listAt(stated.get('axes'), `${path}.axes`);
  document.axes.forEach((axis, at) => {
    const place = `${path}.axes.${at}`;
    const fields = objectAt(list[at] ?? new Map(), place);
    const totals = listAt(fields.get('totals'), `${place}.totals`).map((item, member) =>
      amountAt(item, `${place}.totals.${member}`),
    );
    if (fields.get('axis') !== axis.id || totals.length !== axis.ids.length) {
      const got = `${shown(fields.get('axis'))} × ${totals.length}`;
      found.push(textsDiffer('differs.stated', place, axis.id, `"${axis.id}" × ${axis.ids.length}`, got));
      return;
    }
    found.push(...checkAxis(axis, totals, sums[at] as Amount[], `${place}.totals`));
  });
  if (list.length > document.axes.length) {
    found.push(textsDiffer('differs.stated', `${path}.axes`, '', String(document.axes.length), String(list.length)));
  }
  return found;
}

function checkAxis(axis: TreeAxis, totals: readonly Amount[], sums: readonly Amount[], path: string): Difference[] {
  const children = axis.ids.map((): Amount => null);
  totals.forEach((total, member) => {
    const above = axis.parent[member] as number;
    if (above >= 0) children[above] = plus(children[above] as Amount, total);
  });
  return totals.flatMap((total, member) => {
    const place = memberPlace(axis, member);
    const isParent = axis.end[member] !== member + 1;
    const [below, cells] = [children[member] as Amount, sums[member] as Amount];
    return [
      ...(isParent && below !== total ? [amountsDiffer('differs.children', `${path}.${member}`, place, below, total)] : []),
      ...(cells !== total ? [amountsDiffer('differs.cells', `${path}.${member}`, place, cells, total)] : []),
    ];
  });
}
