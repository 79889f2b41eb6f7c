/** A measured share. Ratios are never added: add numerators and denominators, then divide. */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}
