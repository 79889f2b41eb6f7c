import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Fits the same table with R's `loglin` (the first axis contiguous there: axes in reverse). `loglin` takes a table for its margins,
 * so it gets the one the targets were summed from; only its own call is timed. Null when R is not installed.
 */
export function runLoglin(problem, tolerance) {
  if (spawnSync('Rscript', ['--version']).error) return null;
  const folder = mkdtempSync(join(tmpdir(), 'loglin-'));
  try {
    const { dims, seed, margins } = problem;
    const axes = margins.map((margin) => `c(${margin.axes.map((axis) => dims.length - axis).join(',')})`);
    const least = margins.reduce(
      (most, { targets }) =>
        Math.min(
          most,
          targets.reduce((a, b) => Math.min(a, b)),
        ),
      Infinity,
    );
    writeFileSync(join(folder, 'seed'), seed);
    writeFileSync(join(folder, 'table'), problem.hidden);
    const script = `
      dims <- c(${[...dims].reverse().join(',')})
      n <- prod(dims)
      read <- function(name) array(readBin(file.path("${folder}", name), "double", n), dims)
      seed <- read("seed"); table <- read("table")
      best <- Inf
      for (run in 1:3) {
        time <- system.time(said <- capture.output(
          result <- loglin(table, list(${axes.join(',')}), start = seed, fit = TRUE, eps = ${tolerance * least}, iter = 1000, print = TRUE)))
        best <- min(best, time[["elapsed"]])
      }
      writeBin(as.vector(result$fit), file.path("${folder}", "fit"))
      cat(best, said[1])`;
    writeFileSync(join(folder, 'run.R'), script);
    const { stdout, stderr, status } = spawnSync('Rscript', ['--vanilla', join(folder, 'run.R')], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const [seconds, iterations] = stdout.split(' ').map(Number);
    const bytes = readFileSync(join(folder, 'fit'));
    return { best: seconds * 1000, iterations, values: new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
