/** The colour role of a grade; the letter always stands with it. */
export function toneOf(gradeId: string | null): 'positive' | 'accent' | 'neutral' | 'warning' | 'critical' {
  if (gradeId === 'S' || gradeId === 'A') return 'positive';
  if (gradeId === 'B') return 'accent';
  if (gradeId === 'D') return 'critical';
  return gradeId === 'C' ? 'warning' : 'neutral';
}
