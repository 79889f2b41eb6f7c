// Runs measurements in processes of their own, so that none pays for the memory or the compiled code of another.
import { spawn } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

function run(file, args) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args.map(String)], { cwd: root });
    const [out, err] = [[], []];
    child.stdout.on('data', (piece) => out.push(piece));
    child.stderr.on('data', (piece) => err.push(piece));
    child.on('close', () => {
      try {
        done(JSON.parse(Buffer.concat(out).toString()));
      } catch {
        failed(new Error(`${file} ${args.join(' ')}: ${Buffer.concat(err).toString().slice(-500)}`));
      }
    });
  });
}

/** Time of the measurement, and how busy the machine was from its beginning to its end. */
async function noted(clock, work) {
  const begun = { at: new Date().toISOString(), load: loadavg()[0] };
  const result = await work();
  return { ...result, clock, at: begun.at, load: [begun.load, loadavg()[0]].map((value) => Number(value.toFixed(2))) };
}

/** Every instance of a set at one budget; each plan is checked by independent code. */
export function measureSet(folder, { folder: set, objective }, { seconds, seeds, clock }) {
  const args = [
    'packages/cli/bin/milepost.js',
    'routes',
    'bench',
    join(folder, set),
    '--seconds',
    seconds,
    '--seeds',
    seeds,
    '--json',
  ];
  return noted(clock, () => run(args[0], [...args.slice(1), ...(objective ? ['--objective', objective] : [])]));
}

/** One made-up problem. */
export function measureMadeUp(file, args, clock) {
  return noted(clock, () => run(join(import.meta.dirname, file), [...args, clock]));
}
