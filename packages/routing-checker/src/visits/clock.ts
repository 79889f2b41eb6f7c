/** Minutes after midnight as a clock shows them. */
export function clock(minutes: number): string {
  const [size, sign] = [Math.abs(minutes), minutes < 0 ? '-' : ''];
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
