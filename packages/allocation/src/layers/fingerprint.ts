/**
 * A short name for the content of a plan: metrics, trees, which cells exist and what they hold. Equal plans have equal
 * fingerprints whatever way they came about (holds and journal do not count). It notices change, it proves nothing: 64 bits
 * of two multiplicative hashes (the mixing of MurmurHash3 by A. Appleby). A chunk of amounts is read once in its life,
 * so after an edit only the chunks it wrote are read again.
 */
import type { Axis } from '../axis.ts';
import type { Plan } from '../plan.ts';

interface Hash {
  high: number;
  low: number;
}

const ofBuffer = new WeakMap<ArrayBufferView, Hash>();
const ofAxis = new WeakMap<Axis, Hash>();

/** Sixteen hexadecimal digits, for all metrics or for one. */
export function fingerprintOf(plan: Plan, metric?: number): string {
  const hash: Hash = { high: 0x9e3779b9, low: 0x7f4a7c15 };
  addText(hash, JSON.stringify(plan.metrics));
  for (const axis of plan.grid.axes) add(hash, axisHash(axis));
  for (const column of plan.grid.rows) add(hash, bufferHash(column));
  if (plan.grid.present !== null) add(hash, bufferHash(plan.grid.present));
  const values = metric === undefined ? plan.values : plan.values.slice(metric, metric + 1);
  mix(hash, metric ?? -1);
  for (const { chunks, length } of values) {
    mix(hash, length);
    for (const chunk of chunks) add(hash, bufferHash(chunk));
  }
  return [hash.high, hash.low].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

function mix(hash: Hash, word: number): void {
  hash.high = Math.imul(rotate(hash.high ^ Math.imul(word, 0xcc9e2d51), 15), 0x1b873593) + 0xe6546b64;
  hash.low = Math.imul(rotate(hash.low ^ Math.imul(word ^ hash.high, 0x85ebca6b), 13), 0xc2b2ae35) + 0x27d4eb2f;
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function add(hash: Hash, part: Hash): void {
  mix(hash, part.high);
  mix(hash, part.low);
}

function addText(hash: Hash, text: string): void {
  mix(hash, text.length);
  for (let at = 0; at < text.length; at += 1) mix(hash, text.charCodeAt(at));
}

function bufferHash(list: Float64Array | Int32Array | Uint8Array): Hash {
  const known = ofBuffer.get(list);
  if (known !== undefined) return known;
  const hash: Hash = { high: 1, low: list.length };
  if (list instanceof Float64Array) addDoubles(hash, list);
  else for (let at = 0; at < list.length; at += 1) mix(hash, list[at] as number);
  ofBuffer.set(list, hash);
  return hash;
}

/** By value, not by bits: every NaN is one null, and -0 is 0. */
function addDoubles(hash: Hash, list: Float64Array): void {
  for (let at = 0; at < list.length; at += 1) {
    const value = list[at] as number;
    mix(hash, value === value ? value | 0 : 0x7ff80000);
    mix(hash, value === value ? Math.floor(value / 0x100000000) : 0x7ff80001);
  }
}

function axisHash(axis: Axis): Hash {
  const known = ofAxis.get(axis);
  if (known !== undefined) return known;
  const hash: Hash = { high: 2, low: axis.ids.length };
  addText(hash, `${axis.id}|${axis.kind}`);
  axis.ids.forEach((id, member) => {
    addText(hash, id);
    mix(hash, axis.parent[member] as number);
  });
  ofAxis.set(axis, hash);
  return hash;
}
