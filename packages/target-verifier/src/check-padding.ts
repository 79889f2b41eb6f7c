/** Padding: what the leaf members carry adds up, level by level, to what each manager hands out. */
import { memberPlace, metricAt } from './cells.ts';
import { amountsDiffer } from './difference.ts';
import { amountAt, listAt, objectAt, textAt } from './document.ts';
import { memberSums } from './sums.ts';
import { Unreadable } from './unreadable.ts';
import type { Amount, Difference } from './difference.ts';
import type { PublishedDocument, TreeAxis } from './document.ts';
import type { Json } from './read-json.ts';

/** Checks each padding layer of the file. */
export function checkPadding(document: PublishedDocument): Difference[] {
  return listAt(document.root.get('padding'), 'padding').flatMap((item, at) =>
    checkLayer(document, objectAt(item, `padding.${at}`), `padding.${at}`),
  );
}

function checkLayer(document: PublishedDocument, layer: ReadonlyMap<string, Json>, path: string): Difference[] {
  const metric = metricAt(document, layer.get('metric'), `${path}.metric`);
  const at = organisationAt(document, layer.get('axis'), `${path}.axis`);
  const axis = document.axes[at] as TreeAxis;
  const base = memberSums(document, metric)[at] as Amount[];
  const padded = memberSums({ ...document, cells: replaced(document, metric, layer, path) }, metric)[at] as Amount[];
  const steps = new Map<number, { carried: Amount; handed: Amount; path: string }>();
  listAt(layer.get('steps'), `${path}.steps`).forEach((value, index) => {
    const place = `${path}.steps.${index}`;
    const step = objectAt(value, place);
    const member = axis.numberOf.get(textAt(step.get('member'), `${place}.member`));
    if (member === undefined) throw new Unreadable('verify.shape', `${place}.member`, 'a member');
    const [carried, handed] = ['carriedMinor', 'handedOutMinor'].map((name) => amountAt(step.get(name), `${place}.${name}`));
    steps.set(member, { carried: carried ?? null, handed: handed ?? null, path: place });
  });
  return compare(axis, padded, steps, base[0] ?? null);
}

function organisationAt({ axes, root }: PublishedDocument, value: Json | undefined, path: string): number {
  const kinds = listAt(root.get('axes'), 'axes').map((axis) => objectAt(axis, 'axes').get('kind'));
  const found = value === undefined ? kinds.indexOf('organisation') : axes.findIndex(({ id }) => id === value);
  if (found < 0) throw new Unreadable('verify.shape', path, 'an axis');
  return found;
}

/** The cells of the document with those of the layer for its metric. */
function replaced(
  { cells, rows }: PublishedDocument,
  metric: number,
  layer: ReadonlyMap<string, Json>,
  path: string,
): PublishedDocument['cells'] {
  const width = cells[metric]?.[0]?.length ?? 0;
  const own = listAt(layer.get('cells'), `${path}.cells`).map((row, at) => {
    const list = listAt(row, `${path}.cells.${at}`);
    if (list.length !== width) throw new Unreadable('verify.shape', `${path}.cells.${at}`, `${width} ×`);
    list.forEach((amount, column) => amountAt(amount, `${path}.cells.${at}.${column}`));
    return list;
  });
  if (own.length !== rows.length) throw new Unreadable('verify.shape', `${path}.cells`, `${rows.length} ×`);
  return cells.map((table, index) => (index === metric ? own : table));
}

/** From the leaves up: who has a step hands out what the reports carry, and carries what the step says. */
function compare(
  axis: TreeAxis,
  padded: readonly Amount[],
  steps: ReadonlyMap<number, { readonly carried: Amount; readonly handed: Amount; readonly path: string }>,
  total: Amount,
): Difference[] {
  const handed = axis.ids.map((): Amount => null);
  const found: Difference[] = [];
  for (let member = axis.ids.length - 1; member >= 0; member -= 1) {
    const isLeaf = axis.end[member] === member + 1;
    const step = steps.get(member);
    const given = isLeaf ? (padded[member] as Amount) : (handed[member] as Amount);
    const place = memberPlace(axis, member);
    if (step !== undefined && step.handed !== given) {
      found.unshift(amountsDiffer('differs.padding', `${step.path}.handedOutMinor`, place, given, step.handed));
    }
    const carried = step === undefined ? given : step.carried;
    const above = axis.parent[member] as number;
    if (above >= 0) handed[above] = carried === null ? (handed[above] as Amount) : ((handed[above] as Amount) ?? 0n) + carried;
    else if (carried !== total) found.unshift(amountsDiffer('differs.padding', step?.path ?? '', place, total, carried));
  }
  return found;
}
