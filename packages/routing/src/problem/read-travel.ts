import { RoutingError } from '../error.ts';
import { checkProfile } from '../travel/speed-profile.ts';
import type { SpeedProfile } from '../travel/speed-profile.ts';
import { below, number, orNull, readChoice, readList, readObject, readText, refuseTwice } from './read.ts';
import type { StatedTravel } from './visit-problem.ts';

type Row = readonly (number | null)[];

/** Travel: by coordinates when nothing is stated. */
export function readTravel(value: unknown, path: string): StatedTravel {
  if (value === undefined) return { kind: 'coordinates' };
  const fields = readObject(value, path, ['kind', 'ids', 'minutes', 'metres']);
  const kind = readChoice(fields.kind, below(path, 'kind'), ['coordinates', 'matrix']);
  if (kind === 'coordinates') {
    readObject(value, path, ['kind']);
    return { kind };
  }
  const ids = readList(fields.ids, below(path, 'ids'), readText);
  refuseTwice(ids, (index) => below(below(path, 'ids'), index));
  const table = (list: unknown, where: string): Row[] => readTable(list, where, ids.length);
  const minutes = table(fields.minutes, below(path, 'minutes'));
  return { kind, ids, minutes, metres: orNull(fields.metres, below(path, 'metres'), table) };
}

/** Plain loops: a matrix of 2,000 places has four million numbers. */
function readTable(value: unknown, path: string, size: number): Row[] {
  if (!Array.isArray(value)) throw new RoutingError('routing.problem.list', value, path);
  const rows: unknown[] = value;
  if (rows.length !== size) throw new RoutingError('routing.problem.matrix', `${rows.length} ≠ ${size}`, path);
  rows.forEach((row, index) => {
    if (!Array.isArray(row) || row.length !== size) {
      throw new RoutingError('routing.problem.matrix', Array.isArray(row) ? `${row.length} ≠ ${size}` : row, below(path, index));
    }
    const cells: unknown[] = row;
    for (let column = 0; column < size; column += 1) {
      const cell = cells[column];
      const sound = cell === null || (typeof cell === 'number' && cell >= 0 && cell < Infinity);
      if (!sound) throw new RoutingError('routing.problem.travelTime', cell, below(below(path, index), column));
    }
  });
  return rows as Row[];
}

/** A speed profile. */
export function readProfile(value: unknown, path: string): SpeedProfile {
  const fields = readObject(value, path, ['id', 'detourFactor', 'bands', 'startMinutes', 'source']);
  const profile: SpeedProfile = {
    id: readText(fields.id, below(path, 'id')),
    detourFactor: number(1, 10)(fields.detourFactor, below(path, 'detourFactor')),
    bands: readList(fields.bands, below(path, 'bands'), readBand),
    startMinutes: number(0, 120)(fields.startMinutes, below(path, 'startMinutes')),
    source: readChoice(fields.source, below(path, 'source'), ['stated', 'calibrated', 'assumption']),
  };
  checkProfile(profile, path);
  return profile;
}

function readBand(value: unknown, path: string): SpeedProfile['bands'][number] {
  const fields = readObject(value, path, ['uptoMetres', 'kilometresPerHour']);
  return {
    uptoMetres: orNull(fields.uptoMetres, below(path, 'uptoMetres'), number(1, 1e8)),
    kilometresPerHour: number(0.1, 1_000)(fields.kilometresPerHour, below(path, 'kilometresPerHour')),
  };
}
