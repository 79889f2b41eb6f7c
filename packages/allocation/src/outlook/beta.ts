/** Draws from a Beta distribution: how uncertain a conversion is that was counted only so often. */
import type { RandomSource } from './random.ts';

/** One draw from Beta(alpha, beta), both above 0, as the share of two gamma draws. */
export function drawBeta(alpha: number, beta: number, random: RandomSource): number {
  const left = drawGamma(alpha, random);
  const right = drawGamma(beta, random);
  return left + right === 0 ? 0 : left / (left + right);
}

/** Marsaglia and Tsang, "A simple method for generating gamma variables", ACM TOMS 2000; below shape 1 their boost. */
function drawGamma(shape: number, random: RandomSource): number {
  if (shape < 1) return drawGamma(shape + 1, random) * positive(random) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = drawNormal(random);
    const cube = (1 + c * normal) ** 3;
    if (cube <= 0) continue;
    if (Math.log(positive(random)) < 0.5 * normal * normal + d - d * cube + d * Math.log(cube)) return d * cube;
  }
}

/** Box and Muller, one of the pair: always two numbers of the stream. */
function drawNormal(random: RandomSource): number {
  return Math.sqrt(-2 * Math.log(positive(random))) * Math.cos(2 * Math.PI * random());
}

/** Uniform on (0, 1]: a logarithm may be taken. */
function positive(random: RandomSource): number {
  return 1 - random();
}
