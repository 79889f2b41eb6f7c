import { boxAt, metricAt, placeOf } from './cells.ts';
import { amountsDiffer } from './difference.ts';
import { amountAt, listAt, objectAt } from './document.ts';
import { sumOf } from './sums.ts';
import type { Difference } from './difference.ts';
import type { PublishedDocument } from './document.ts';

/** Every hold states the amount that its cells add up to. */
export function checkHolds(document: PublishedDocument): Difference[] {
  return listAt(document.root.get('holds'), 'holds').flatMap((item, at) => {
    const path = `holds.${at}`;
    const fields = objectAt(item, path);
    const box = boxAt(document, fields.get('at'), `${path}.at`);
    const found = amountAt(fields.get('amount'), `${path}.amount`);
    const expected = sumOf(document, metricAt(document, fields.get('metric'), `${path}.metric`), box);
    return found === expected ? [] : [amountsDiffer('differs.hold', `${path}.amount`, placeOf(document, box), expected, found)];
  });
}
