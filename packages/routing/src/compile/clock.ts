/** Minutes after midnight as 'HH:MM'. Negative minutes belong to the day before, those from 24:00 on keep counting: '24:30'. */
export function clock(minute: number): string {
  const whole = Math.round(minute);
  const sign = whole < 0 ? '-' : '';
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${sign}${two(Math.floor(Math.abs(whole) / 60))}:${two(Math.abs(whole) % 60)}`;
}
