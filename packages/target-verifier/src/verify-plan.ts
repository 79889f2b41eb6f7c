/** Checks a published plan file: see README.md for what it trusts, which is nothing. */
import { checkAbsent } from './check-absent.ts';
import { checkCalendar } from './check-calendar.ts';
import { checkCrossed } from './check-crossed.ts';
import { checkHash } from './check-hash.ts';
import { checkHolds } from './check-holds.ts';
import { checkJournal } from './check-journal.ts';
import { checkPadding } from './check-padding.ts';
import { checkTotals } from './check-totals.ts';
import { textsDiffer } from './difference.ts';
import { documentOf, listAt, objectAt, shown } from './document.ts';
import { readJson } from './read-json.ts';
import type { Difference } from './difference.ts';
import type { PublishedDocument } from './document.ts';

/** What was checked and what differs. */
export interface Verification {
  /** Empty when the plan holds. */
  readonly differences: readonly Difference[];
  readonly metrics: readonly string[];
  /** Axis ids with how many members each has. */
  readonly axes: readonly { readonly axis: string; readonly members: number }[];
  readonly cells: number;
  readonly holds: number;
  readonly journalEntries: number;
  /** Whole plan by metric, as integers in text; null when nobody has said anything. */
  readonly totals: readonly (string | null)[];
  readonly hash: string;
  readonly publishedBy: string | null;
  readonly publishedAt: string | null;
}

/** Checks the bytes of a file. Throws `Unreadable` for what is no published plan. */
export function verifyPlan(bytes: Uint8Array): Verification {
  const { json, notations } = readJson(bytes);
  const document = documentOf(json);
  const differences = [
    // The most exact places first: a journal names the cell, a total only what it lies in.
    ...checkAbsent(document),
    ...checkJournal(document),
    ...checkHolds(document),
    ...checkPadding(document),
    ...checkStated(document),
    ...checkCalendar(document),
    ...notations,
    // Any of the above changes it as well: the place is worth more than the fact.
    ...checkHash(document),
  ];
  return { differences, ...summary(document) };
}

function checkStated(document: PublishedDocument): Difference[] {
  const stated = listAt(document.certificate.get('totals'), 'certificate.totals');
  const found = document.metrics.flatMap((id, metric) => {
    const path = `certificate.totals.${metric}`;
    const fields = objectAt(stated[metric] ?? new Map(), path);
    if (fields.get('metric') !== id) return [textsDiffer('differs.stated', path, '', `"${id}"`, shown(fields.get('metric')))];
    return [...checkTotals(document, metric, fields, path), ...checkCrossed(document, metric, fields, path)];
  });
  const [wanted, got] = [document.metrics.length, stated.length];
  return got <= wanted ? found : [...found, textsDiffer('differs.stated', 'certificate.totals', '', String(wanted), String(got))];
}

function summary({ root, certificate, axes, metrics, rows }: PublishedDocument): Omit<Verification, 'differences'> {
  const text = (name: string): string | null => {
    const value = certificate.get(name);
    return typeof value === 'string' ? value : null;
  };
  return {
    metrics,
    axes: axes.map(({ id, ids }) => ({ axis: id, members: ids.length })),
    cells: rows.length * (axes.at(-1)?.leaves.length ?? 0),
    holds: listAt(root.get('holds'), 'holds').length,
    journalEntries: listAt(root.get('journal'), 'journal').length,
    totals: listAt(certificate.get('totals'), 'certificate.totals').map((item) => {
      const total = item instanceof Map ? item.get('total') : null;
      return total === null || total === undefined ? null : shown(total);
    }),
    hash: text('hash') ?? '',
    publishedBy: text('by'),
    publishedAt: text('at'),
  };
}
