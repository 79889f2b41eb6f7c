import { escapeLiteral } from 'pg';
import type { Actor } from './actor.ts';

/** A PostgreSQL array literal: every element quoted, so that no id can end its element early. */
export function arrayLiteral(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** The statement that binds a transaction to `actor`; row-level security reads these settings. */
export function settingsOf(actor: Actor): string {
  const settings: readonly (readonly [string, string])[] = [
    ['app.tenant', actor.tenantId],
    ['app.person', actor.personId],
    ['app.scope', actor.seesAll ? 'all' : 'branch'],
    ['app.visible_people', arrayLiteral(actor.people)],
    ['app.visible_units', arrayLiteral(actor.units)],
    ['app.writes', actor.writes],
    ['app.open_collections', arrayLiteral(actor.openCollections)],
  ];
  const calls = settings.map(([name, value]) => `set_config('${name}',${escapeLiteral(value)},true)`);
  return `SELECT ${calls.join(',')}`;
}
