/**
 * The district an account lies in, for 计划拜访客户的区域: `浙江省杭州市西湖区文三路` gives `西湖区`. Falls back to the city, then to
 * nothing.
 */
export function areaOf({ city, address }: { readonly city: string | null; readonly address: string | null }): string {
  let rest = (address ?? '').replace(/^[^省]{2,8}省/, '').replace(/^[^市]{2,6}市/, '');
  if (city && rest.startsWith(city)) rest = rest.slice(city.length);
  const match = /^.{1,7}?(?:新区|开发区|高新区|区|县|旗)/.exec(rest) ?? /^.{1,4}?市/.exec(rest);
  return match?.[0] ?? city ?? '';
}
