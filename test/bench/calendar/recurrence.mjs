// `node test/bench/calendar/recurrence.mjs [folder]`: published rule → dates cases against expandRule of @milepost/calendar.
// The folder holds recurrence/dateutil-cases.json (default ../shared/bench); the cases are not part of this repository.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expandRule } from '../../../packages/calendar/src/recurrence/index.ts';

const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../../../shared/bench'));
const file = [join(folder, 'recurrence/dateutil-cases.json'), join(folder, 'dateutil-cases.json')].find((path) =>
  existsSync(path),
);
if (file === undefined) {
  console.log(`No recurrence cases in ${folder}: name the folder that holds recurrence/dateutil-cases.json.`);
  process.exit(0);
}

const dashed = (text) => text.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})$/, '$1-$2-$3T$4:$5:$6');

/** What our API answers: one occurrence more than expected, so that a rule that should have ended is seen. */
function answer({ rrule, instances }) {
  const start = /DTSTART:(\S+)/.exec(rrule)?.[1] ?? '';
  const rule = /RRULE:(\S+)/.exec(rrule)?.[1] ?? '';
  // Rules without an end of their own are compared as far as the case goes.
  const endless = !/COUNT=|UNTIL=/.test(rule);
  const until = `${Number(start.slice(0, 4)) + 399}-01-01T00:00:00`;
  const { times } = expandRule({ rule, start: dashed(start), until, maxCount: instances.length + 1 });
  return endless ? times.slice(0, instances.length) : times;
}

const cases = JSON.parse(readFileSync(file, 'utf8'));
const failing = [];
const begun = performance.now();
for (const one of cases) {
  let got;
  try {
    got = answer(one);
  } catch (error) {
    got = error.message;
  }
  if (JSON.stringify(got) !== JSON.stringify(one.instances.map(dashed))) failing.push({ ...one, got });
}
const took = performance.now() - begun;

console.log(`${cases.length - failing.length} of ${cases.length} passed, ${failing.length} failed, in ${took.toFixed(0)} ms`);
for (const { test, rrule, got } of failing)
  console.log(`  ${test}: ${rrule.split('\n').at(-1)} gave ${JSON.stringify(got).slice(0, 120)}`);
process.exitCode = failing.length > 0 ? 1 : 0;
