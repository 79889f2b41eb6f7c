import { placeOf } from './cells.ts';
import { textsDiffer } from './difference.ts';
import { indexAt, listAt, shown } from './document.ts';
import type { Difference } from './difference.ts';
import type { PublishedDocument, TreeAxis } from './document.ts';

/** Cells that do not belong to the plan are empty. */
export function checkAbsent(document: PublishedDocument): Difference[] {
  const { root, rows, cells, axes } = document;
  const { leaves } = axes.at(-1) as TreeAxis;
  return listAt(root.get('absent'), 'absent').flatMap((item, at) => {
    const run = listAt(item, `absent.${at}`);
    const row = indexAt(run[0], rows.length, `absent.${at}.0`);
    const from = indexAt(run[1], leaves.length, `absent.${at}.1`);
    const to = indexAt(run[2], leaves.length + 1, `absent.${at}.2`);
    return cells.flatMap((table, metric) =>
      (table[row] as readonly unknown[]).flatMap((amount, column) => {
        if (column < from || column >= to || amount === null) return [];
        const place = placeOf(document, [...(rows[row] as number[]), leaves[column] as number]);
        return [textsDiffer('differs.absent', `values.${metric}.cells.${row}.${column}`, place, 'null', shown(amount as number))];
      }),
    );
  });
}
